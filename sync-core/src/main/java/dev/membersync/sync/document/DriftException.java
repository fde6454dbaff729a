package dev.membersync.sync.document;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping drifted from its documentation or from what the services have. The message lists every drift. */
public final class DriftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Drift> drifts;

    DriftException(List<Drift> drifts) {
        super("the mapping drifted:"
                + drifts.stream().map(drift -> "\n  " + drift).collect(Collectors.joining()));
        this.drifts = List.copyOf(drifts);
    }

    /** Every drift, those that only warn among them. */
    public List<Drift> drifts() {
        return drifts;
    }
}
