package dev.membersync.sync.adapter;

import java.util.List;
import java.util.Optional;

/**
 * One page of tickets that changed.
 *
 * @param rows the tickets
 * @param next the mark of the next reading, a time in ISO 8601: on the last page of a complete reading alone
 */
public record DeskChanges(List<DeskRow> rows, Optional<String> next) {
    public DeskChanges {
        rows = List.copyOf(rows);
    }
}
