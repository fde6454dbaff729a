package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedWorkflow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One workflow of the template {@code issue-signed-tickets}.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param classes the class number that the codes of each ticket type carry, by the type's name; {@code *} stands for all
 *     types that are not named; types without a class get no ticket
 * @param formats how a code is drawn: {@code png}, {@code svg}
 * @param into the folder of the pictures
 * @param test whether new tickets are test tickets, which admit nowhere in live mode
 * @param changes how many tickets a pass may reissue or revoke; what goes beyond is held
 */
public record IssueTicketsConfig(
        String id,
        String event,
        long occurrence,
        Map<String, Integer> classes,
        List<String> formats,
        Path into,
        boolean test,
        int changes)
        implements AddedWorkflow {
    /** The template's id. */
    public static final String ID = "issue-signed-tickets";

    public IssueTicketsConfig {
        classes = Map.copyOf(classes);
        formats = List.copyOf(formats);
    }
}
