package dev.membersync.client.internal;

import dev.membersync.client.Operation;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.http.Reply;
import java.util.Optional;

/** A vendor's way of saying no; asked for every reply, those with status 200 too. */
@FunctionalInterface
public interface ReplyReader {
    /** What is wrong with the reply; empty when it is a success. */
    Optional<Fault> fault(Operation operation, Reply reply);

    /** Judges by HTTP status alone; a 401 counts as a refused token. */
    static ReplyReader byStatus() {
        return (operation, reply) -> reply.ok() ? Optional.empty() : Optional.of(statusFault(reply, ""));
    }

    /** The fault that a status outside 2xx stands for, with a message that the caller extracted. */
    static Fault statusFault(Reply reply, String message) {
        int status = reply.status();
        if (status == 401 || status == 403) {
            return Fault.of(Fault.Kind.AUTH, message)
                    .tokenRejected(status == 401)
                    .reason(status == 401 ? Reason.REFUSED : Reason.FORBIDDEN);
        }
        if (status == 429) {
            return Fault.of(Fault.Kind.THROTTLED, message);
        }
        if (status >= 300 && status < 400) {
            return Fault.of(Fault.Kind.REJECTED, message)
                    .remedy("redirects are never followed: configure the address that it leads to as base URL");
        }
        if (status < 200) {
            return Fault.of(Fault.Kind.UNUSABLE, message);
        }
        if (status >= 500) {
            return Fault.of(Fault.Kind.SERVER, message);
        }
        return Fault.of(status == 404 || status == 410 ? Fault.Kind.NOT_FOUND : Fault.Kind.REJECTED, message);
    }
}
