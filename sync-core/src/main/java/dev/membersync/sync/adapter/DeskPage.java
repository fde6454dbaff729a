package dev.membersync.sync.adapter;

import java.util.List;
import java.util.OptionalLong;

/**
 * One page of tickets.
 *
 * @param rows the tickets
 * @param total how many the service says there are in all, when it says so
 */
public record DeskPage(List<DeskRow> rows, OptionalLong total) {
    public DeskPage {
        rows = List.copyOf(rows);
    }
}
