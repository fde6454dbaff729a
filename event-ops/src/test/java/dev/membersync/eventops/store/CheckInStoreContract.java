package dev.membersync.eventops.store;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static dev.membersync.eventops.checkin.Fest.offline;
import static dev.membersync.eventops.checkin.Fest.serial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.checkin.Attendance;
import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.CheckInStore.Tx;
import dev.membersync.eventops.checkin.Clocks;
import dev.membersync.eventops.checkin.Contact;
import dev.membersync.eventops.checkin.Direction;
import dev.membersync.eventops.checkin.Fact;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.checkin.HolderMark;
import dev.membersync.eventops.checkin.Holding;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.checkin.Moment;
import dev.membersync.eventops.checkin.Outcome;
import dev.membersync.eventops.checkin.Scan;
import dev.membersync.eventops.checkin.TimedScan;
import dev.membersync.eventops.checkin.Undo;
import dev.membersync.eventops.checkin.Upload;
import dev.membersync.eventops.checkin.Waiver;
import dev.membersync.eventops.ticket.Block;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.RevocationReason;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.TicketRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every check-in store promises; a test class of a store implements this and hands out an empty one. */
interface CheckInStoreContract {
    Waiver DESK = new Waiver("desk 4", "paid in cash");

    /** An empty store, the same one during a test. */
    CheckInStore store();

    /** The store of another event in the same place. */
    CheckInStore other();

    default <T> T ask(Function<Tx, T> work) {
        return store().inTransaction(work);
    }

    default void run(Consumer<Tx> work) {
        ask(tx -> {
            work.accept(tx);
            return true;
        });
    }

    static Moment moment(long seconds) {
        return new Moment(NOON.plusSeconds(seconds), NOON.plusSeconds(seconds), NOON.plusSeconds(seconds));
    }

    static Scan scan(String device, long sequence, int ticket) {
        return offline(device, sequence, serial(ticket), Outcome.ADMITTED, NOON);
    }

    static IssuedTicket issued(int number, TicketRef names) {
        TicketBody body = new TicketBody(
                true, 9, 0, serial(number), 7, 3, NOON.minusSeconds(3600), NOON.plusSeconds(3600), 0xffff);
        Holding holding =
                new Holding(3, true, Holding.PaymentStanding.DUE, Optional.of(Money.ofMinor(1250, "EUR")), false);
        HolderMark holder = new HolderMark(Mark.of(-5), Mark.EMPTY, 77);
        return new IssuedTicket(names, body, holding, holder, 2, NOON.plusSeconds(number));
    }

    @Test
    default void factsOfAllKindsComeBackAsTheyWent() {
        Scan scan = new Scan(
                new FactId("d1", 1),
                Clocks.online(NOON.plusNanos(123_456_789), -7, NOON),
                Optional.of(serial(1)),
                2,
                Direction.EXIT,
                "north",
                "2027-02-27",
                Outcome.RULE_DENIED,
                "entry.once",
                5,
                "snap",
                Optional.of(DESK),
                7);
        Scan nameless = new Scan(
                new FactId("d1", 2),
                Clocks.offline(NOON, 1),
                Optional.empty(),
                0,
                Direction.ENTRY,
                "north",
                "",
                Outcome.MALFORMED,
                "",
                0,
                "",
                Optional.empty(),
                0);
        Contact contact = new Contact(new FactId("d1", 3), Clocks.online(NOON, 2, NOON), Duration.ofNanos(1234));
        Undo undo = new Undo(new FactId("d1", 4), Clocks.offline(NOON, 3), new FactId("d2", 9), DESK);
        for (Fact fact : List.of(scan, nameless, contact, undo)) {
            run(tx -> tx.facts().add(fact, moment(0)));
            run(tx -> assertThat(tx.facts().find(fact.id())).contains(fact));
        }
        run(tx -> assertThat(tx.facts().timeline("d1")).containsExactly(nameless, contact, undo));
        run(tx -> assertThat(tx.facts().find(new FactId("d1", 5))).isEmpty());
    }

    @Test
    default void aFactIsAddedOnce() {
        run(tx -> tx.facts().add(scan("d1", 1, 1), moment(0)));
        assertThatThrownBy(() -> run(tx -> tx.facts().add(scan("d1", 1, 2), moment(0))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    default void theScansOfATicketKnowTheirTimeAndWhetherTheyWereTakenBack() {
        Undo undo = new Undo(new FactId("d9", 1), Clocks.offline(NOON, 3), new FactId("d2", 1), DESK);
        Moment interval = new Moment(NOON, NOON.plusSeconds(5), NOON.plusSeconds(9));
        run(tx -> {
            tx.facts().add(undo, moment(0));
            tx.facts().add(scan("d2", 1, 1), moment(1));
            tx.facts().add(scan("d1", 1, 1), moment(2));
            tx.facts().add(scan("d1", 2, 2), moment(3));
        });
        run(tx -> assertThat(tx.facts().move(new FactId("d1", 1), interval)).isTrue());
        run(tx -> assertThat(tx.facts().move(new FactId("d1", 1), interval)).isFalse());

        run(tx -> assertThat(tx.facts().scans(serial(1)))
                .containsExactly(
                        new TimedScan(scan("d1", 1, 1), interval, false),
                        new TimedScan(scan("d2", 1, 1), moment(1), true)));
    }

    @Test
    default void scansAreListedPageByPageInTheOrderOfTheirIds() {
        run(tx -> {
            for (int i = 1; i <= 12; i++) {
                tx.facts().add(scan(i % 2 == 0 ? "d1" : "d2", i, 1), moment(i));
            }
        });
        List<TimedScan> first = ask(tx -> tx.facts().page(Optional.empty(), 7));
        FactId last = first.get(6).scan().id();
        List<TimedScan> rest = ask(tx -> tx.facts().page(Optional.of(last), 7));
        assertThat(first).extracting(timed -> timed.scan().id()).isSorted().hasSize(7);
        assertThat(rest).extracting(timed -> timed.scan().id()).isSorted().hasSize(5);
        assertThat(rest.get(0).scan().id()).isGreaterThan(last);
    }

    @Test
    default void anAdmissionIsComparedAndSet() {
        Attendance one = new Attendance(serial(1), Optional.of(new FactId("d1", 1)), 1, 0, 1);
        Attendance two = new Attendance(serial(1), Optional.empty(), 0, 2, 2);

        run(tx -> assertThat(tx.admissions().compareAndSet(one, 0)).isTrue());
        run(tx -> assertThat(tx.admissions().compareAndSet(one, 0)).isFalse());
        run(tx -> assertThat(tx.admissions().compareAndSet(two, 2)).isFalse());
        run(tx -> assertThat(tx.admissions().find(serial(1))).contains(one));
        run(tx -> assertThat(tx.admissions().compareAndSet(two, 1)).isTrue());
        run(tx -> assertThat(tx.admissions().page(Optional.empty(), 9)).containsExactly(two));
        run(tx -> assertThat(tx.admissions().page(Optional.of(serial(1)), 9)).isEmpty());
    }

    @Test
    default void issuedTicketsAreFoundByAnyNameTheOldestFirst() {
        IssuedTicket second = issued(2, new TicketRef("t2", null, null, "o1"));
        IssuedTicket first = issued(1, new TicketRef("t1", "b1", "a1", "o1"));
        run(tx -> {
            tx.issued().put(second);
            tx.issued().put(first);
        });
        run(tx -> assertThat(tx.issued().find(serial(2))).contains(second));
        run(tx -> assertThat(tx.issued().named("t2")).containsExactly(second));
        run(tx -> assertThat(tx.issued().named("b1")).containsExactly(first));
        run(tx -> assertThat(tx.issued().named("a1")).containsExactly(first));
        run(tx -> assertThat(tx.issued().named("o1")).containsExactly(first, second));
        run(tx -> assertThat(tx.issued().named("x")).isEmpty());
        run(tx -> assertThat(tx.issued().page(Optional.of(serial(1)), 9)).containsExactly(second));
    }

    @Test
    default void anIssuedTicketIsReplaced() {
        run(tx -> tx.issued().put(issued(1, new TicketRef("t1", "b1", "a1", "o1"))));
        IssuedTicket changed = new IssuedTicket(
                new TicketRef("t1", null, null, null),
                TicketBody.of(serial(1), 1, 1),
                Holding.good(0),
                new HolderMark(Mark.UNSEEN, Mark.ABSENT, 1),
                -1,
                NOON);
        run(tx -> tx.issued().put(changed));
        run(tx -> assertThat(tx.issued().page(Optional.empty(), 9)).containsExactly(changed));
    }

    @Test
    default void aListGrowsByOneVersionForEachNews() {
        Revocation revocation = new Revocation(serial(1), 1, RevocationReason.TRANSFER, NOON);
        Block block = new Block(serial(1), true, NOON);
        Block lifted = new Block(serial(1), false, NOON.plusSeconds(1));
        run(tx -> {
            tx.lists().put(ListKind.REVOCATIONS, revocation);
            tx.lists().put(ListKind.REVOCATIONS, revocation);
            tx.lists().put(ListKind.BLOCKS, block);
            tx.lists().put(ListKind.BLOCKS, new Block(serial(2), true, NOON));
            tx.lists().put(ListKind.BLOCKS, lifted);
        });
        run(tx -> assertThat(tx.lists().version(ListKind.REVOCATIONS)).isEqualTo(1));
        run(tx -> assertThat(tx.lists().version(ListKind.BLOCKS)).isEqualTo(3));
        run(tx -> assertThat(tx.lists().find(ListKind.REVOCATIONS, serial(1))).contains(revocation));
        run(tx -> assertThat(tx.lists().find(ListKind.BLOCKS, serial(1))).contains(lifted));
        run(tx ->
                assertThat(tx.lists().since(ListKind.BLOCKS, 2, NOON).entries()).containsExactly(lifted));
        run(tx -> assertThat(tx.lists().since(ListKind.BLOCKS, 9, NOON).base()).isZero());
        run(tx ->
                assertThat(tx.lists().since(ListKind.BLOCKS, 9, NOON).entries()).hasSize(2));
    }

    @Test
    default void listsAreCompleteAsOfTheLatestConfirmation() {
        run(tx -> assertThat(tx.lists().asOf()).isEmpty());
        run(tx -> tx.lists().confirm(NOON));
        run(tx -> tx.lists().confirm(NOON.minusSeconds(5)));
        run(tx -> assertThat(tx.lists().asOf()).contains(NOON));
    }

    @Test
    default void uploadsAreDueTheLongestWaitingFirst() {
        Upload late = new Upload(serial(1), true, Optional.empty(), 1, NOON, Optional.empty());
        Upload early = new Upload(serial(2), false, Optional.of(true), 0, NOON.minusSeconds(9), Optional.empty());
        Upload done = new Upload(serial(3), true, Optional.of(true), 0, NOON, Optional.empty());
        Upload dead = new Upload(serial(4), true, Optional.empty(), 3, NOON, Optional.of("unknown barcode"));
        Upload future = new Upload(serial(5), true, Optional.empty(), 3, NOON.plusSeconds(1), Optional.empty());
        run(tx -> List.of(late, early, done, dead, future).forEach(tx.uploads()::put));

        run(tx -> assertThat(tx.uploads().due(NOON, 9)).containsExactly(early, late));
        run(tx -> assertThat(tx.uploads().due(NOON, 1)).containsExactly(early));
        run(tx -> assertThat(tx.uploads().dead(Optional.empty(), 9)).containsExactly(dead));
        run(tx -> assertThat(tx.uploads().find(serial(3))).contains(done));
    }

    @Test
    default void anotherEventSeesNothingOfThisOne() {
        run(tx -> {
            tx.facts().add(scan("d1", 1, 1), moment(0));
            tx.admissions().compareAndSet(new Attendance(serial(1), Optional.empty(), 0, 0, 1), 0);
            tx.issued().put(issued(1, new TicketRef("t1", null, null, null)));
            tx.lists().put(ListKind.BLOCKS, new Block(serial(1), true, NOON));
            tx.lists().confirm(NOON);
            tx.uploads().put(new Upload(serial(1), true, Optional.empty(), 0, NOON, Optional.empty()));
        });
        other().inTransaction(tx -> {
            assertThat(tx.facts().scans(serial(1))).isEmpty();
            assertThat(tx.facts().page(Optional.empty(), 9)).isEmpty();
            assertThat(tx.admissions().find(serial(1))).isEmpty();
            assertThat(tx.issued().named("t1")).isEmpty();
            assertThat(tx.lists().version(ListKind.BLOCKS)).isZero();
            assertThat(tx.lists().asOf()).isEmpty();
            assertThat(tx.uploads().due(NOON, 9)).isEmpty();
            return true;
        });
    }

    @Test
    default void workThatThrowsLeavesNothing() {
        assertThatThrownBy(() -> run(tx -> {
                    tx.facts().add(scan("d1", 1, 1), moment(0));
                    tx.issued().put(issued(1, new TicketRef("t1", null, null, null)));
                    tx.lists().put(ListKind.BLOCKS, new Block(serial(1), true, NOON));
                    tx.uploads().put(new Upload(serial(1), true, Optional.empty(), 0, NOON, Optional.empty()));
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        run(tx -> {
            assertThat(tx.facts().find(new FactId("d1", 1))).isEmpty();
            assertThat(tx.facts().scans(serial(1))).isEmpty();
            assertThat(tx.issued().find(serial(1))).isEmpty();
            assertThat(tx.lists().version(ListKind.BLOCKS)).isZero();
            assertThat(tx.uploads().find(serial(1))).isEmpty();
        });
    }
}
