package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.TicketRef;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes of what names a person or a ticket, each kind of name under a word of its own: the match keys of a store, and
 * what its tombstones hold. Nobody without the store's key can tell whose they are, or try addresses out.
 *
 * @param marker makes the hashes; that of the store's key
 */
public record PersonKeys(Marker marker) {
    /** The hash of an address in its compared form; empty when the text is no address. */
    public OptionalLong email(String address) {
        return EmailAddress.of(address)
                .matchKey()
                .map(key -> OptionalLong.of(marker.hash("key:email", key)))
                .orElse(OptionalLong.empty());
    }

    /** The hash of a full name in its canonical form. */
    public long name(String fullName) {
        return marker.hash("key:name", PersonName.canonical(fullName));
    }

    /** The hash of a userId. */
    public long user(String userId) {
        return marker.hash("key:user", userId);
    }

    /** The hashes of the names of one ticket; its order is no name of it. */
    public List<Long> ticket(TicketRef ticket) {
        return Stream.of(
                        hash("key:ticket", ticket.ticketId()),
                        hash("key:barcode", ticket.barcode()),
                        hash("key:attendee", ticket.attendeeId()))
                .flatMapToLong(hash -> hash.isPresent() ? LongStream.of(hash.getAsLong()) : LongStream.empty())
                .boxed()
                .toList();
    }

    private OptionalLong hash(String kind, @Nullable String name) {
        return name == null ? OptionalLong.empty() : OptionalLong.of(marker.hash(kind, name));
    }
}
