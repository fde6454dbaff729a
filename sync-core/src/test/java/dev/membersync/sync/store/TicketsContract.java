package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link Tickets} promises of rows and queries. */
interface TicketsContract extends StoreContract {
    /** A sighting with everything. */
    private static TicketSighting full(String ticketId, Access access, long emailKey, String tag, long age) {
        return new TicketSighting(
                new TicketRef(ticketId, null, null, "order"),
                Optional.of(access),
                Map.of("name", Mark.of(4)),
                OptionalLong.of(emailKey),
                OptionalLong.of(6),
                Optional.of("type"),
                tag.isEmpty() ? Optional.empty() : Optional.of(tag),
                OptionalLong.of(age),
                3);
    }

    @Test
    default void newTicketShowsWhatTheSightingSaid() {
        TicketRow row = saveTicket(full("T1", Access.ENDED, 5, "a", 8));

        assertThat(row)
                .isEqualTo(new TicketRow(
                        row.row(),
                        new TicketRef("T1", null, null, "order"),
                        Access.ENDED,
                        Map.of("name", Mark.of(4)),
                        OptionalLong.of(5),
                        OptionalLong.of(6),
                        Optional.of("type"),
                        Optional.of("a"),
                        8,
                        3,
                        false));
        assertThat(tickets().find(List.of(row.row(), 99L))).isEqualTo(Map.of(row.row(), row));
    }

    @Test
    default void ticketOfWhichLittleIsKnownIsLiveAndOfUnknownAge() {
        TicketRow row = saveTicket(StoreContract.seen("T1", 1));

        assertThat(row.access()).isEqualTo(Access.LIVE);
        assertThat(row.age()).isEqualTo(Long.MAX_VALUE);
        assertThat(row.detailed()).isFalse();
    }

    @Test
    default void absentPartsLeaveWhatIsKnown() {
        TicketRow before = saveTicket(full("T1", Access.ENDED, 5, "a", 8));

        assertThat(saveTicket(StoreContract.seen("T1", 3))).isEqualTo(before);
    }

    @Test
    default void unseenFieldsKeepTheirMarks() {
        saveTicket(full("T1", Access.LIVE, 5, "", 8));
        TicketSighting next = new TicketSighting(
                StoreContract.names("T1", null, null),
                Optional.empty(),
                Map.of("name", Mark.UNSEEN, "plan", Mark.ABSENT),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                4);

        assertThat(saveTicket(next).marks()).isEqualTo(Map.of("name", Mark.of(4), "plan", Mark.ABSENT));
    }

    @Test
    default void sightingOfAnOlderScanDoesNotLowerTheGeneration() {
        saveTicket(StoreContract.seen("T1", 4));

        assertThat(saveTicket(StoreContract.seen("T1", 2)).generation()).isEqualTo(4);
    }

    @Test
    default void rowsComeBackInTheOrderOfTheSightings() {
        saveTicket(StoreContract.seen("T2", 1));
        List<TicketRow> rows = tickets()
                .save(List.of(StoreContract.seen("T3", 1), StoreContract.seen("T2", 1), StoreContract.seen("T1", 1)));

        assertThat(rows).extracting(row -> row.ref().ticketId()).containsExactly("T3", "T2", "T1");
    }

    @Test
    default void largePageIsSavedAndFound() {
        List<TicketSighting> page = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            page.add(StoreContract.seen(StoreContract.names("T" + i, "B" + i, "A" + i), 1));
        }
        List<TicketRow> first = tickets().save(page);

        assertThat(tickets().save(page)).isEqualTo(first);
        assertThat(tickets().countSeenIn(1)).isEqualTo(700);
        assertThat(tickets().save(List.of())).isEmpty();
    }

    @Test
    default void theRowsOfManyTicketsAreFoundAsThoseOfEachAre() {
        TicketRow one = saveTicket(StoreContract.seen("T1", 1));
        saveTicket(new TicketSighting(
                StoreContract.names(null, "B2", "A2"),
                Optional.empty(),
                Map.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                1));
        List<TicketRef> refs = List.of(
                one.ref(),
                StoreContract.names("T2", "B2", null),
                StoreContract.names("T1", "B2", null),
                StoreContract.names(null, null, "A2"),
                StoreContract.names("T9", null, "A9"));

        Map<TicketRef, TicketRow> rows = tickets().byRef(refs);

        assertThat(rows).hasSize(4).doesNotContainKey(refs.get(4));
        refs.forEach(ref -> assertThat(Optional.ofNullable(rows.get(ref)))
                .isEqualTo(tickets().find(ref)));
    }

    @Test
    default void theNewestRowIsTheOneThatCameLast() {
        assertThat(tickets().newest()).isZero();
        saveTicket(full("T1", Access.LIVE, 5, "a", 9));
        TicketRow last = saveTicket(full("T2", Access.ENDED, 5, "a", 2));
        saveTicket(full("T1", Access.LIVE, 6, "a", 9));

        assertThat(tickets().newest()).isEqualTo(last.row());
    }

    @Test
    default void taggedTicketsAreLiveOnesOldestFirst() {
        saveTicket(full("T1", Access.LIVE, 5, "a", 9));
        saveTicket(full("T2", Access.LIVE, 5, "a", 2));
        saveTicket(full("T3", Access.LIVE, 5, "a", 9));
        saveTicket(full("T4", Access.ENDED, 5, "a", 1));
        saveTicket(full("T5", Access.LIVE, 5, "b", 1));

        assertThat(tickets().tagged("a"))
                .extracting(row -> row.ref().ticketId())
                .containsExactly("T2", "T1", "T3");
        assertThat(tickets().countTagged()).isEqualTo(4);
    }

    @Test
    default void straysAreMembersOfLiveTaggedTicketsWithoutLinkThatTheScanSaw() {
        TicketRow own = saveTicket(full("T1", Access.LIVE, 5, "a", 9));
        saveTicket(full("T2", Access.LIVE, 5, "a", 9));
        join("b", saveTicket(full("T3", Access.LIVE, 5, "b", 9)));
        saveTicket(full("T4", Access.ENDED, 5, "c", 9));
        saveTicket(full("T5", Access.LIVE, 5, "d", 9));
        join("a", own);

        assertThat(tickets().strays(List.of("a", "b", "c"), own.generation())).containsExactly("a");
        assertThat(tickets().strays(List.of("a", "d"), own.generation() + 1)).isEmpty();
    }

    @Test
    default void untaggedWithEmailAreLiveOnesOldestFirst() {
        saveTicket(full("T1", Access.LIVE, 5, "", 9));
        saveTicket(full("T2", Access.LIVE, 5, "", 2));
        saveTicket(full("T3", Access.LIVE, 5, "a", 1));
        saveTicket(full("T4", Access.ENDED, 5, "", 1));
        saveTicket(full("T5", Access.LIVE, 6, "", 1));

        assertThat(tickets().untaggedWithEmail(5))
                .extracting(row -> row.ref().ticketId())
                .containsExactly("T2", "T1");
    }

    @Test
    default void unexaminedTicketsAreLiveWithoutLinkTagOrDetailRead() {
        TicketRow first = saveTicket(full("T1", Access.LIVE, 5, "", 9));
        TicketRow second = saveTicket(full("T2", Access.LIVE, 5, "", 9));
        saveTicket(full("T3", Access.LIVE, 5, "a", 9));
        saveTicket(full("T4", Access.ENDED, 5, "", 9));
        join("x", saveTicket(full("T5", Access.LIVE, 5, "", 9)));
        tickets().examined(saveTicket(full("T6", Access.LIVE, 5, "", 9)).row());

        assertThat(tickets().unexamined(0, 1)).containsExactly(first);
        assertThat(tickets().unexamined(first.row(), 9)).containsExactly(second);
    }

    @Test
    default void detailReadIsRemembered() {
        TicketRow row = saveTicket(StoreContract.seen("T1", 1));
        tickets().examined(row.row());
        tickets().examined(999);

        assertThat(saveTicket(StoreContract.seen("T1", 2)).detailed()).isTrue();
    }

    @Test
    default void unlinkedTicketsAreLiveOnesByRow() {
        TicketRow first = saveTicket(StoreContract.seen("T1", 1));
        join("a", saveTicket(StoreContract.seen("T2", 1)));
        TicketRow third = saveTicket(StoreContract.seen("T3", 1));
        saveTicket(full("T4", Access.ENDED, 5, "", 9));

        assertThat(tickets().unlinked(0, 9)).containsExactly(first, third);
        assertThat(tickets().unlinked(first.row(), 1)).containsExactly(third);
    }

    @Test
    default void suspectsAreLiveLinkedTicketsThatTheScanDidNotSee() {
        TicketRow first = saveTicket(StoreContract.seen("T1", 1));
        TicketRow second = saveTicket(StoreContract.seen("T2", 1));
        TicketRow seen = saveTicket(StoreContract.seen("T3", 2));
        saveTicket(StoreContract.seen("T4", 1));
        TicketRow ended = saveTicket(full("T5", Access.ENDED, 5, "", 9));
        TicketRow closed = saveTicket(StoreContract.seen("T6", 1));
        join("a", first);
        join("b", second);
        join("c", seen);
        join("d", ended);
        links().replace(join("e", closed).withState(Link.State.CLOSED));

        assertThat(tickets().linkedUnseenSince(2, 0, 1)).containsExactly(first);
        assertThat(tickets().linkedUnseenSince(2, first.row(), 9)).containsExactly(second);
    }

    @Test
    default void scanCountsTheTicketsItSaw() {
        saveTicket(StoreContract.seen("T1", 1));
        saveTicket(StoreContract.seen("T2", 1));
        saveTicket(StoreContract.seen("T2", 2));

        assertThat(tickets().countSeenIn(1)).isEqualTo(1);
        assertThat(tickets().countSeenIn(2)).isEqualTo(1);
    }
}
