package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link Tickets} promises when sightings turn out to be of one ticket. */
interface TicketMergeContract extends StoreContract {
    @Test
    default void rowIsFoundByAnyOfItsNames() {
        TicketRow row = saveTicket(StoreContract.seen(StoreContract.names("T", "B", "A"), 1));

        assertThat(tickets().find(StoreContract.names("T", null, null))).hasValue(row);
        assertThat(tickets().find(StoreContract.names(null, "B", null))).hasValue(row);
        assertThat(tickets().find(StoreContract.names(null, null, "A"))).hasValue(row);
        assertThat(tickets().find(StoreContract.names(null, "A", "B"))).isEmpty();
    }

    @Test
    default void namesAreFilledInAsTheyAreSeen() {
        TicketRow first = saveTicket(StoreContract.seen(new TicketRef(null, null, "A", "O"), 1));
        TicketRow second = saveTicket(StoreContract.seen(StoreContract.names("T", null, "A"), 1));

        assertThat(second.row()).isEqualTo(first.row());
        assertThat(second.ref()).isEqualTo(new TicketRef("T", null, "A", "O"));
    }

    @Test
    default void twoRowsThatAreOneTicketBecomeTheOlderRow() {
        TicketRow older = saveTicket(StoreContract.seen(StoreContract.names(null, "B", null), 1));
        TicketRow younger = saveTicket(StoreContract.seen(StoreContract.names(null, null, "A"), 1));
        TicketRow merged = saveTicket(StoreContract.seen(StoreContract.names("T", "B", "A"), 2));

        assertThat(merged.row()).isEqualTo(older.row());
        assertThat(tickets().find(List.of(younger.row()))).isEmpty();
        assertThat(tickets().unlinked(0, 9)).containsExactly(merged);
    }

    @Test
    default void linkedRowStaysWhenTwoBecomeOne() {
        saveTicket(StoreContract.seen(StoreContract.names(null, "B", null), 1));
        TicketRow linked = saveTicket(StoreContract.seen(StoreContract.names(null, null, "A"), 1));
        Link link = join("a", linked);
        TicketRow merged = saveTicket(StoreContract.seen(StoreContract.names("T", "B", "A"), 2));

        assertThat(merged.row()).isEqualTo(linked.row());
        assertThat(links().find(List.of("a"))).isEqualTo(Map.of("a", link));
    }

    @Test
    default void joiningTwoLinkedRowsIsRefusedAndLeavesBoth() {
        TicketRow first = saveTicket(StoreContract.seen(StoreContract.names(null, "B", null), 1));
        TicketRow second = saveTicket(StoreContract.seen(StoreContract.names(null, null, "A"), 1));
        join("a", first);
        join("b", second);

        assertThatThrownBy(() -> saveTicket(StoreContract.seen(StoreContract.names("T", "B", "A"), 2)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a and b");
        assertThat(tickets().find(List.of(first.row(), second.row()))).hasSize(2);
    }

    @Test
    default void threeRowsBecomeOne() {
        TicketRow first = saveTicket(StoreContract.seen(StoreContract.names("T", null, null), 1));
        saveTicket(StoreContract.seen(StoreContract.names(null, "B", null), 1));
        saveTicket(StoreContract.seen(StoreContract.names(null, null, "A"), 1));
        TicketRow merged = saveTicket(StoreContract.seen(StoreContract.names("T", "B", "A"), 1));

        assertThat(tickets().unlinked(0, 9)).containsExactly(merged);
        assertThat(merged.row()).isEqualTo(first.row());
    }

    @Test
    default void mergedRowKnowsWhatBothKnewAndTheLaterSightingWins() {
        TicketSighting tagged = new TicketSighting(
                StoreContract.names(null, "B", null),
                Optional.of(Access.ENDED),
                Map.of(),
                OptionalLong.of(1),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of("member"),
                OptionalLong.of(5),
                1);
        saveTicket(tagged);
        TicketSighting listed = new TicketSighting(
                StoreContract.names(null, null, "A"),
                Optional.of(Access.LIVE),
                Map.of(),
                OptionalLong.of(2),
                OptionalLong.of(3),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                2);
        tickets().examined(saveTicket(listed).row());
        TicketRow merged = saveTicket(StoreContract.seen(StoreContract.names(null, "B", "A"), 2));

        assertThat(merged)
                .isEqualTo(new TicketRow(
                        merged.row(),
                        StoreContract.names(null, "B", "A"),
                        Access.LIVE,
                        Map.of(),
                        OptionalLong.of(2),
                        OptionalLong.of(3),
                        Optional.empty(),
                        Optional.of("member"),
                        5,
                        2,
                        true));
    }

    @Test
    default void sightingsOfOneTicketInOneCallGiveOneRow() {
        List<TicketRow> rows = tickets()
                .save(List.of(
                        StoreContract.seen(StoreContract.names(null, "B", null), 1),
                        StoreContract.seen(StoreContract.names(null, null, "A"), 1),
                        StoreContract.seen(StoreContract.names("T", "B", "A"), 1)));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).isEqualTo(rows.get(1)).isEqualTo(rows.get(2));
        assertThat(tickets().unlinked(0, 9)).containsExactly(rows.get(0));
    }

    @Test
    default void newBarcodeOfATicketReplacesTheOld() {
        saveTicket(StoreContract.seen(StoreContract.names("T", "B1", null), 1));
        saveTicket(StoreContract.seen(StoreContract.names("T", "B2", null), 2));

        assertThat(tickets().find(StoreContract.names(null, "B1", null))).isEmpty();
        assertThat(tickets().find(StoreContract.names(null, "B2", null))).isPresent();
    }

    @Test
    default void otherTicketIdIsAnotherTicketWhateverTheyShare() {
        TicketRow first = saveTicket(StoreContract.seen(StoreContract.names("T1", "B", null), 1));
        TicketRow second = saveTicket(StoreContract.seen(StoreContract.names("T2", "B", null), 1));

        assertThat(second.row()).isNotEqualTo(first.row());
        assertThat(tickets().find(StoreContract.names(null, "B", null))).hasValue(second);
        assertThat(tickets().find(List.of(first.row())).get(first.row()).ref())
                .isEqualTo(StoreContract.names("T1", null, null));
    }

    @Test
    default void swappedBarcodesInOneCallAreKeptApart() {
        saveTicket(StoreContract.seen(StoreContract.names("T1", "B1", null), 1));
        saveTicket(StoreContract.seen(StoreContract.names("T2", "B2", null), 1));
        List<TicketRow> rows = tickets()
                .save(List.of(
                        StoreContract.seen(StoreContract.names("T1", "B2", null), 2),
                        StoreContract.seen(StoreContract.names("T2", "B1", null), 2)));

        assertThat(rows)
                .extracting(TicketRow::ref)
                .containsExactly(StoreContract.names("T1", "B2", null), StoreContract.names("T2", "B1", null));
        assertThat(tickets().unlinked(0, 9)).isEqualTo(rows);
    }

    @Test
    default void numberOfAnAbsorbedRowIsNeverGivenAgain() {
        saveTicket(StoreContract.seen(StoreContract.names(null, "B", null), 1));
        TicketRow absorbed = saveTicket(StoreContract.seen(StoreContract.names(null, null, "A"), 1));
        saveTicket(StoreContract.seen(StoreContract.names("T", "B", "A"), 1));

        assertThat(saveTicket(StoreContract.seen("T9", 1)).row()).isGreaterThan(absorbed.row());
    }

    @Test
    default void sharedOrderIsNotASharedTicket() {
        saveTicket(StoreContract.seen(new TicketRef("T1", null, null, "O"), 1));
        saveTicket(StoreContract.seen(new TicketRef("T2", null, null, "O"), 1));

        assertThat(tickets().unlinked(0, 9)).hasSize(2);
    }
}
