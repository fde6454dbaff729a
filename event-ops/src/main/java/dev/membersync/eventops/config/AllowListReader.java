package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of {@code member-allow-list}. */
final class AllowListReader {
    static final String ID = "member-allow-list";
    static final AddedTemplate<PricingConfig> TEMPLATE =
            new AddedTemplate<>(ID, PricingConfig.class, AllowListReader::read);

    private static final Duration DAY = Duration.ofHours(24);

    private AllowListReader() {}

    private static PricingConfig read(WorkflowKeys keys) {
        PricingDraft draft = new PricingDraft(ID, keys);
        String list = draft.needed("listName", "write the name of the contact list at Accelevents");
        List<String> plans = keys.texts("plans");
        boolean grace = keys.word("includeGrace", Map.of("true", true, "false", false), true);
        String every = PricingDraft.span(keys.duration("every", DAY));
        draft.rule(
                draft.name("list"),
                Map.of(
                        "scope", Map.of("classes", keys.texts("classes"), "plans", plans),
                        "when", "always",
                        "effects", List.of(Map.of("allowList", Map.of("list", list, "every", every)))));
        draft.allowList(new AllowList(list, Set.copyOf(plans), into(keys, draft), draft.mode()), grace);
        return draft.config(Map.of("", "plans", "list", "listName"));
    }

    private static Optional<Path> into(WorkflowKeys keys, PricingDraft draft) {
        try {
            return keys.text("into").map(Path::of);
        } catch (InvalidPathException e) {
            draft.mistake("into", "this is no path of a folder");
            return Optional.empty();
        }
    }
}
