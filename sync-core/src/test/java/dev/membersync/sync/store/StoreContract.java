package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the contracts of the store's parts have in common: the store under test and short ways to rows. */
interface StoreContract {
    Scope SPRING = new Scope("account", "spring", "", "members-to-attendees");
    Scope AUTUMN = new Scope("account", "autumn", "", "members-to-attendees");
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    Duration MINUTE = Duration.ofMinutes(1);

    /** An empty store, the same one during a test. */
    SyncStore store();

    default <T> T in(Scope scope, Function<SyncStore.Tx, T> work) {
        return store().inTransaction(scope, work);
    }

    default <T> T ask(Function<SyncStore.Tx, T> work) {
        return in(SPRING, work);
    }

    default void run(Consumer<SyncStore.Tx> work) {
        ask(tx -> {
            work.accept(tx);
            return true;
        });
    }

    default Members members() {
        return Parts.each(store(), SPRING, Members.class, SyncStore.Tx::members);
    }

    default Tickets tickets() {
        return Parts.each(store(), SPRING, Tickets.class, SyncStore.Tx::tickets);
    }

    default Links links() {
        return Parts.each(store(), SPRING, Links.class, SyncStore.Tx::links);
    }

    default Intents intents() {
        return Parts.each(store(), SPRING, Intents.class, SyncStore.Tx::intents);
    }

    default Work work() {
        return Parts.each(store(), SPRING, Work.class, SyncStore.Tx::work);
    }

    default Cursors cursors() {
        return Parts.each(store(), SPRING, Cursors.class, SyncStore.Tx::cursors);
    }

    default Reviews reviews() {
        return Parts.each(store(), SPRING, Reviews.class, SyncStore.Tx::reviews);
    }

    default DeadLetters deadLetters() {
        return Parts.each(store(), SPRING, DeadLetters.class, SyncStore.Tx::deadLetters);
    }

    default Audit audit() {
        return Parts.each(store(), SPRING, Audit.class, SyncStore.Tx::audit);
    }

    default Incidents incidents() {
        return Parts.each(store(), SPRING, Incidents.class, SyncStore.Tx::incidents);
    }

    default Payments payments() {
        return Parts.each(store(), SPRING, Payments.class, SyncStore.Tx::payments);
    }

    default Tombstones tombstones() {
        return Parts.each(store(), SPRING, Tombstones.class, SyncStore.Tx::tombstones);
    }

    default Meta meta() {
        return Parts.each(store(), SPRING, Meta.class, SyncStore.Tx::meta);
    }

    default TicketRow saveTicket(TicketSighting sighting) {
        return tickets().save(List.of(sighting)).get(0);
    }

    /** Adds a live link. */
    default Link join(String userId, TicketRow ticket) {
        Link link = link(userId, ticket.row());
        links().insert(link);
        return link;
    }

    default void mark(String... userIds) {
        work().mark(List.of(userIds), Lane.BACKFILL, NOON);
    }

    default WorkItem lease(String userId) {
        return work().leaseOne(userId, "worker", NOON, MINUTE).orElseThrow();
    }

    static MemberRow member(String userId, long emailKey, long generation) {
        return new MemberRow(userId, Map.of("name", Mark.of(emailKey)), OptionalLong.of(emailKey), generation, false);
    }

    static Link link(String userId, long ticketRow) {
        return new Link(
                userId,
                ticketRow,
                Link.State.LIVE,
                Link.Origin.CREATED,
                Map.of("name", Base.agreed(Mark.of(1), Mark.of(2))),
                "mapping",
                1);
    }

    static TicketRef names(@Nullable String ticketId, @Nullable String barcode, @Nullable String attendeeId) {
        return new TicketRef(ticketId, barcode, attendeeId, null);
    }

    static TicketSighting seen(TicketRef ref, long generation) {
        return new TicketSighting(
                ref,
                Optional.empty(),
                Map.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                generation);
    }

    static TicketSighting seen(String ticketId, long generation) {
        return seen(names(ticketId, null, null), generation);
    }

    static Intent intent(String userId, OptionalLong key) {
        return new Intent(
                userId,
                key,
                Intent.Step.PREPARED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
