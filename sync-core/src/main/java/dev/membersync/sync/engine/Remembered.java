package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the store remembers of the pairs of a workflow, compared without reading either side: so it can be asked for while
 * the engine runs live. One page is in memory.
 */
public record Remembered(
        long pairs,
        long equal,
        long different,
        long notListed,
        long ended,
        long stopped,
        long questions,
        long deadLetters,
        long openCreates) {
    private static final int PAGE = 500;

    /** Reads the store; one call, for the ticket types of the event, which the mapping depends on. */
    public static Remembered of(Parts parts) {
        List<String> fields = new Director(parts)
                .mapped().mapping().fields().stream()
                        .filter(field -> !(field.leftWrites().isEmpty()
                                && field.rightWrites().isEmpty()))
                        .map(FieldMapper::name)
                        .toList();
        Count count = new Count(fields);
        String after = "";
        List<Link> page = page(parts, count, after);
        while (!page.isEmpty()) {
            after = page.get(page.size() - 1).userId();
            page = page(parts, count, after);
        }
        return parts.store().inTransaction(parts.scope(), count::finished);
    }

    private static List<Link> page(Parts parts, Count count, String after) {
        return parts.store().inTransaction(parts.scope(), tx -> {
            List<Link> links = tx.links().page(after, PAGE);
            List<String> userIds = links.stream().map(Link::userId).toList();
            Map<String, MemberRow> members = tx.members().find(userIds);
            Map<Long, TicketRow> tickets =
                    tx.tickets().find(links.stream().map(Link::ticketRow).toList());
            Map<String, Set<String>> asked = tx.reviews().openAbout(userIds).stream()
                    .collect(Collectors.groupingBy(
                            Review::subject,
                            Collectors.flatMapping(review -> review.fields().stream(), Collectors.toSet())));
            long listed = tx.cursors().find(TicketCensus.ATTENDEES).generation();
            links.forEach(link -> count.add(
                    link,
                    members.get(link.userId()),
                    tickets.get(link.ticketRow()),
                    asked.getOrDefault(link.userId(), Set.of()),
                    listed));
            return links;
        });
    }

    private static final class Count {
        private final List<String> fields;
        private long pairs;
        private long equal;
        private long notListed;
        private long ended;
        private long stopped;

        Count(List<String> fields) {
            this.fields = fields;
        }

        void add(Link link, @Nullable MemberRow member, @Nullable TicketRow ticket, Set<String> asked, long listed) {
            switch (link.state()) {
                case LIVE -> pair(link, member, ticket, asked, listed);
                case FENCED -> stopped++;
                case ENDED -> ended++;
                case CLOSED -> {}
            }
        }

        private void pair(
                Link link, @Nullable MemberRow member, @Nullable TicketRow ticket, Set<String> asked, long listed) {
            pairs++;
            if (ticket == null || ticket.access() == Access.ENDED || ticket.generation() < listed) {
                notListed++;
            } else if (member != null
                    && fields.stream()
                            .filter(field -> !asked.contains(field))
                            .noneMatch(field -> differs(
                                    link.base().get(field),
                                    mark(member.marks(), field),
                                    mark(ticket.marks(), field)))) {
                equal++;
            }
        }

        private static Mark mark(Map<String, Mark> marks, String field) {
            return marks.getOrDefault(field, Mark.UNSEEN);
        }

        private static boolean differs(@Nullable Base base, Mark left, Mark right) {
            boolean agreed =
                    base != null && base.left().agrees(left) && base.right().agrees(right);
            return !left.isUnseen() && !right.isUnseen() && !left.agrees(right) && !agreed;
        }

        Remembered finished(Tx tx) {
            return new Remembered(
                    pairs,
                    equal,
                    pairs - equal - notListed,
                    notListed,
                    ended,
                    stopped,
                    tx.reviews().countOpen(),
                    tx.deadLetters().count(),
                    tx.intents().count());
        }
    }
}
