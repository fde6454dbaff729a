package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.record.Mark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link Links} promises. */
interface LinksContract extends StoreContract {
    @Test
    default void linkComesBackAsItWasInserted() {
        TicketRow ticket = saveTicket(StoreContract.seen("T1", 1));
        Link link = new Link(
                "a",
                ticket.row(),
                Link.State.FENCED,
                Link.Origin.ADOPTED,
                Map.of(
                        "same", Base.agreed(Mark.of(7), Mark.of(7)),
                        "spelled", Base.agreed(Mark.of(7), Mark.of(8)),
                        "sent", Base.sent(Mark.of(-1)),
                        "cleared", Base.sent(Mark.EMPTY),
                        "half", new Base(Mark.ABSENT, Mark.of(9), true)),
                "digest",
                4);
        links().insert(link);

        assertThat(links().find(List.of("a", "b"))).isEqualTo(Map.of("a", link));
        assertThat(links().byTicket(List.of(ticket.row(), 99L))).isEqualTo(Map.of(ticket.row(), link));
    }

    @Test
    default void secondLinkOfAMemberIsStale() {
        join("a", saveTicket(StoreContract.seen("T1", 1)));
        TicketRow other = saveTicket(StoreContract.seen("T2", 1));

        assertThatThrownBy(() -> join("a", other)).isInstanceOf(StoreException.Stale.class);
    }

    @Test
    default void secondLinkOfATicketIsStale() {
        TicketRow ticket = saveTicket(StoreContract.seen("T1", 1));
        join("a", ticket);

        assertThatThrownBy(() -> join("b", ticket)).isInstanceOf(StoreException.Stale.class);
        assertThat(links().find(List.of("b"))).isEmpty();
    }

    @Test
    default void linkToATicketRowThatDoesNotExistIsStale() {
        assertThatThrownBy(() -> links().insert(StoreContract.link("a", 12))).isInstanceOf(StoreException.Stale.class);
    }

    @Test
    default void replacementRaisesTheVersion() {
        Link link = join("a", saveTicket(StoreContract.seen("T1", 1)));
        links().replace(link.withState(Link.State.CLOSED));

        Link now = links().find(List.of("a")).get("a");
        assertThat(now.version()).isEqualTo(link.version() + 1);
        assertThat(now.state()).isEqualTo(Link.State.CLOSED);
    }

    @Test
    default void replacementOfAnOlderVersionIsStale() {
        Link link = join("a", saveTicket(StoreContract.seen("T1", 1)));
        links().replace(link.withBase(Map.of(), "next"));

        assertThatThrownBy(() -> links().replace(link)).isInstanceOf(StoreException.Stale.class);
        assertThat(links().find(List.of("a")).get("a").mapping()).isEqualTo("next");
    }

    @Test
    default void replacementOfALinkThatIsNotThereIsStale() {
        TicketRow ticket = saveTicket(StoreContract.seen("T1", 1));

        assertThatThrownBy(() -> links().replace(StoreContract.link("a", ticket.row())))
                .isInstanceOf(StoreException.Stale.class);
    }

    @Test
    default void linkMovesToAFreeTicketOnly() {
        Link link = join("a", saveTicket(StoreContract.seen("T1", 1)));
        TicketRow taken = saveTicket(StoreContract.seen("T2", 1));
        join("b", taken);
        TicketRow free = saveTicket(StoreContract.seen("T3", 1));

        assertThatThrownBy(() -> links().replace(at(link, taken.row()))).isInstanceOf(StoreException.Stale.class);
        links().replace(at(link, free.row()));
        assertThat(links().byTicket(List.of(free.row(), link.ticketRow()))).containsOnlyKeys(free.row());
    }

    private static Link at(Link link, long ticketRow) {
        return new Link(
                link.userId(), ticketRow, link.state(), link.origin(), link.base(), link.mapping(), link.version());
    }

    @Test
    default void linksArePagedByUserId() {
        for (String userId : List.of("c", "a", "b")) {
            join(userId, saveTicket(StoreContract.seen("T-" + userId, 1)));
        }

        assertThat(links().page("", 2)).extracting(Link::userId).containsExactly("a", "b");
        assertThat(links().page("b", 2)).extracting(Link::userId).containsExactly("c");
    }

    @Test
    default void linksAreCountedByState() {
        Link link = join("a", saveTicket(StoreContract.seen("T1", 1)));
        join("b", saveTicket(StoreContract.seen("T2", 1)));
        links().replace(link.withState(Link.State.ENDED));

        assertThat(links().count(Link.State.LIVE)).isEqualTo(1);
        assertThat(links().count(Link.State.ENDED)).isEqualTo(1);
        assertThat(links().count(Link.State.FENCED)).isZero();
    }
}
