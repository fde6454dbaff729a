package dev.membersync.accelevents.registration;

import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.http.Transport;
import dev.membersync.client.time.Deadline;

/** Ends the process at one of its requests, before it reaches the service or after; nothing catches that. */
final class Guillotine implements Transport {
    /** The end of a process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Transport through;
    private final int request;
    private final boolean after;
    private int sent;

    /** Ends it at the request with this number, from 1; 0 for never. */
    Guillotine(Transport through, int request, boolean after) {
        this.through = through;
        this.request = request;
        this.after = after;
    }

    @Override
    public Reply send(Request asked, Deadline deadline) throws InterruptedException {
        sent++;
        if (sent == request && !after) {
            throw new Killed();
        }
        var reply = through.send(asked, deadline);
        if (sent == request) {
            throw new Killed();
        }
        return reply;
    }
}
