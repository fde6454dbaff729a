package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketSighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who has a tombstone: a person who is being erased, or was.
 *
 * @param keys makes the hashes
 */
public record Barred(PersonKeys keys) {
    /** Those of these members who have one. */
    public Set<String> users(Tx tx, Collection<String> userIds) {
        if (userIds.isEmpty() || tx.tombstones().count() == 0) {
            return Set.of();
        }
        Set<Long> stones =
                tx.tombstones().among(userIds.stream().map(keys::user).toList());
        return stones.isEmpty()
                ? Set.of()
                : userIds.stream()
                        .filter(userId -> stones.contains(keys.user(userId)))
                        .collect(Collectors.toSet());
    }

    /** Whether any of these members or tickets has one. */
    public boolean any(Tx tx, Collection<String> userIds, Collection<TicketRef> tickets) {
        List<Long> hashes = new ArrayList<>(userIds.stream().map(keys::user).toList());
        tickets.forEach(ticket -> hashes.addAll(keys.ticket(ticket)));
        return !hashes.isEmpty() && !tx.tombstones().among(hashes).isEmpty();
    }

    /** Whether this is the address of somebody who has one. */
    boolean address(Tx tx, Value email) {
        OptionalLong hash = email.text().map(keys::email).orElse(OptionalLong.empty());
        return hash.isPresent()
                && !tx.tombstones().among(List.of(hash.getAsLong())).isEmpty();
    }

    /**
     * These sightings; of a ticket that has a tombstone nothing about its holder, and no tag that names a person who has one.
     * A ticket with such a tag may be somebody else's by now.
     */
    List<TicketSighting> bare(Tx tx, List<TicketSighting> sightings) {
        List<Long> hashes = sightings.stream()
                .flatMap(sighting ->
                        Stream.concat(keys.ticket(sighting.ref()).stream(), sighting.tag().map(keys::user).stream()))
                .toList();
        Set<Long> stones = tx.tombstones().among(hashes);
        return stones.isEmpty()
                ? sightings
                : sightings.stream().map(sighting -> bare(sighting, stones)).toList();
    }

    private TicketSighting bare(TicketSighting seen, Set<Long> stones) {
        boolean ticket = keys.ticket(seen.ref()).stream().anyMatch(stones::contains);
        return new TicketSighting(
                seen.ref(),
                seen.access(),
                ticket ? Map.of() : seen.marks(),
                ticket ? OptionalLong.empty() : seen.emailKey(),
                ticket ? OptionalLong.empty() : seen.nameKey(),
                seen.ticketTypeId(),
                ticket ? Optional.empty() : seen.tag().filter(tag -> !stones.contains(keys.user(tag))),
                seen.age(),
                seen.generation());
    }
}
