package dev.membersync.sync.adapter;

import dev.membersync.client.error.RejectedException;

/** The event, or a setting of the workflow, refuses everybody: no member is to blame, and the run ends. */
public final class DeskClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeskClosedException(RejectedException refusal) {
        super("the event or a setting of the workflow refuses every registration", refusal);
    }
}
