package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.review.HygieneFinding.Kind;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links with a side that is gone or that names somebody else, and registrations under way for nobody. */
final class BrokenLinks {
    private final Hygiene hygiene;
    private final String answer;
    private final boolean endedIsNews;

    BrokenLinks(Hygiene hygiene) {
        this.hygiene = hygiene;
        this.answer = Fields.memberId(hygiene.parts().workflow().memberIdLabel().orElse(Alignment.STANDARD_LABEL))
                .name();
        this.endedIsNews = hygiene.parts().workflow().followsEnded();
    }

    void look() {
        hygiene.pages((tx, after, limit) -> tx.links().page(after, limit), "", Link::userId, this::links);
        hygiene.pages((tx, after, limit) -> tx.intents().page(after, limit), "", Intent::userId, this::intents);
    }

    private void links(Tx tx, List<Link> page) {
        Map<String, MemberRow> members =
                tx.members().find(page.stream().map(Link::userId).toList());
        Map<Long, TicketRow> tickets =
                tx.tickets().find(page.stream().map(Link::ticketRow).toList());
        page.forEach(link -> look(
                link,
                Optional.ofNullable(members.get(link.userId())),
                Optional.ofNullable(tickets.get(link.ticketRow()))));
    }

    private void look(Link link, Optional<MemberRow> member, Optional<TicketRow> ticket) {
        boolean ended = link.state() == Link.State.ENDED;
        if (link.state() == Link.State.CLOSED || (ended && endedIsNews)) {
            return;
        }
        List<String> shown = ticket.map(row -> row.ref().shown()).stream().toList();
        String pair = shown.isEmpty()
                ? "the ticket of the member " + link.userId()
                : "ticket " + shown.get(0) + " of the member " + link.userId();
        if (ended || ticket.filter(hygiene::isThere).isEmpty()) {
            hygiene.find(Kind.TICKET_GONE, List.of(link.userId()), shown, pair + " does not admit any more");
        }
        if (!ended && member.filter(hygiene::isThere).isEmpty()) {
            hygiene.find(Kind.MEMBER_GONE, List.of(link.userId()), shown, pair + " is there, and the member is not");
        }
        if (!ended && ticket.isPresent()) {
            names(link, member, ticket.get(), pair);
        }
    }

    private void names(Link link, Optional<MemberRow> member, TicketRow ticket, String pair) {
        List<String> shown = List.of(ticket.ref().shown());
        Optional<String> other = ticket.tag().filter(tag -> !tag.equals(link.userId()));
        Mark own = member.map(row -> row.marks().get(answer)).orElse(Mark.UNSEEN);
        Mark said = Optional.ofNullable(ticket.marks().get(answer)).orElse(Mark.UNSEEN);
        if (other.isPresent()) {
            hygiene.find(
                    Kind.NAMES_OTHER,
                    List.of(link.userId(), other.get()),
                    shown,
                    pair + " names the member " + other.get());
        } else if (!own.isUnseen() && said.kind() == Value.Kind.TEXT && !own.agrees(said)) {
            hygiene.find(Kind.NAMES_OTHER, List.of(link.userId()), shown, pair + " has another Member ID answer");
        }
    }

    private void intents(Tx tx, List<Intent> page) {
        List<String> userIds = page.stream().map(Intent::userId).toList();
        Map<String, MemberRow> members = tx.members().find(userIds);
        Map<String, Link> links = tx.links().find(userIds);
        for (String userId : userIds) {
            boolean gone = Optional.ofNullable(members.get(userId))
                    .filter(hygiene::isThere)
                    .isEmpty();
            if (gone || links.containsKey(userId)) {
                hygiene.find(
                        Kind.ORPHAN_INTENT,
                        List.of(userId),
                        List.of(),
                        "a registration is under way for the member " + userId + ", who "
                                + (gone ? "is not listed any more" : "has one already"));
            }
        }
    }
}
