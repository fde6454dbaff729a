package dev.membersync.sync.engine;

import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.TicketRow;
import java.util.Set;

/** Counts the registrations that the last full list showed, and whose they are. No call. */
public record Coverage(long registrations, long linked, long notMembers) {
    /**
     * Looks through the store of this workflow.
     *
     * @param others the ids of ticket types that are for people who are no members
     */
    public static Coverage of(Parts parts, Set<String> others) {
        Count count = new Count(new Hygiene(parts), others);
        count.take();
        return new Coverage(count.linked + count.unlinked, count.linked, count.notMembers);
    }

    private static final class Count {
        private final Hygiene store;
        private final Set<String> others;
        private long linked;
        private long unlinked;
        private long notMembers;

        Count(Hygiene store, Set<String> others) {
            this.store = store;
            this.others = others;
        }

        void take() {
            store.pages(
                    (tx, after, limit) -> tx.links().page(after, limit),
                    "",
                    Link::userId,
                    (tx, page) -> linked +=
                            tx.tickets().find(page.stream().map(Link::ticketRow).toList()).values().stream()
                                    .filter(store::isThere)
                                    .count());
            store.pages(
                    (tx, after, limit) -> tx.tickets().unlinked(after, limit),
                    0L,
                    TicketRow::row,
                    (tx, page) -> page.stream().filter(store::isThere).forEach(this::unlinked));
        }

        private void unlinked(TicketRow ticket) {
            unlinked++;
            notMembers += ticket.ticketTypeId().filter(others::contains).isPresent() ? 1 : 0;
        }
    }
}
