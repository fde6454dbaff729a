package dev.membersync.sync.store;

import dev.membersync.sync.record.TicketRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who must not come back, shared by all scopes: keyed hashes of the names of people and of their tickets, and nothing else.
 * Hashes are those of {@code sync.mapping.PersonKeys}; a store that got a new key does not recognise the old ones any more.
 */
public interface Tombstones {
    /** Sets tombstones; one that stands keeps its time. */
    void set(Collection<Long> hashes, Instant at);

    /** Takes tombstones away. */
    void lift(Collection<Long> hashes);

    /** Those of these hashes that have a tombstone. */
    Set<Long> among(Collection<Long> hashes);

    /** How many there are. */
    long count();

    /** The scopes in which a member, a link, a create or a tag names this person. */
    List<Scope> scopesOf(String userId);

    /** Every scope that the store remembers anything of. */
    List<Scope> scopes();

    /**
     * Forgets everybody in one scope: members, tickets, links, creates, work, questions, dead letters, incidents, audit and
     * how far feeds were read. Money stays and names no member any more.
     *
     * @param rehearsal true to count only
     * @return how many rows went or changed, or would
     */
    long retire(Scope scope, boolean rehearsal);

    /**
     * Forgets a person in every scope: member, link, tickets, create, work, dead letter and the questions about the person
     * go; audit and money stay under a pseudonym, and what was about to be told of money is not told any more. Where the
     * database can, what is deleted is overwritten. Tombstones stay.
     *
     * @param tickets further tickets of the person, by any of their names; one that is linked to somebody else stays
     * @param pseudonym what stands for the person from now on; not made from the userId
     * @return how many rows went or changed
     */
    long forget(String userId, Collection<TicketRef> tickets, String pseudonym);
}
