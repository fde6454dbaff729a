package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketBody;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A gate that reaches the books. */
final class OnlineDoorTest implements DoorContract {
    private final Fest fest = Fest.create();
    private long sequence;

    @Override
    public Fest fest() {
        return fest;
    }

    @Override
    public ScanResult scan(String text, Direction direction, String gate, Optional<Waiver> waiver) {
        return fest.checkIn()
                .scan(new ScanRequest(
                        new FactId("d1", ++sequence), text, direction, gate, fest.now, fest.nanos(), waiver));
    }

    @Override
    public void takeBack(FactId scan) {
        fest.checkIn().undo(new FactId("desk", 1), scan, fest.now, fest.nanos(), DESK);
    }

    @Test
    void aTicketThatIsNotInTheBooksIsUnknown() {
        Ticket stranger = fest.issuer().issue(Fest.EVENT, TicketBody.of(Fest.serial(99), 7, 3));
        assertThat(enter(stranger).outcome()).isEqualTo(Outcome.UNKNOWN_TICKET);
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndChangesNothing() {
        Ticket ticket = fest.ticket();
        ScanRequest request = fest.entry("d1", 1, ticket.text());
        fest.checkIn().scan(request);
        fest.wait(Duration.ofMinutes(9));

        ScanResult again = fest.checkIn().scan(request);

        assertThat(again.outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(again.at()).isEqualTo(NOON);
        assertThat(fest.checkIn().visits(ticket.body().serial()).conflicts()).isEmpty();
    }

    @Test
    void anotherLookUnderAnOldIdIsRefusedInsteadOfAnswered() {
        fest.checkIn().scan(fest.entry("d1", 1, fest.ticket().text()));
        fest.wait(Duration.ofMinutes(9));
        ScanRequest other = fest.entry("d1", 1, "junk");
        assertThatThrownBy(() -> fest.checkIn().scan(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the device has lost its count; give it a new device id");
    }

    @Test
    void theServersClockDecidesWhateverTheDeviceShows() {
        Ticket ticket = fest.ticket(body -> body.valid(null, NOON.plusSeconds(60)), holding -> holding);
        ScanRequest request =
                ScanRequest.entry(new FactId("d1", 1), ticket.text(), "north", NOON.plus(Duration.ofDays(1)), 0);
        ScanResult result = fest.checkIn().scan(request);
        assertThat(result.outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(result.flags()).contains(Flag.CLOCK_SUSPECT);
    }

    @Test
    void theHelpDeskFindsATicketByItsNames() {
        Ticket one = fest.ticket();
        Ticket two = fest.ticket();
        String barcode = "b" + one.body().serial().hex();

        assertThat(byName(1, "order").outcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(byName(2, "nobody").outcome()).isEqualTo(Outcome.UNKNOWN_TICKET);
        assertThat(byName(3, " " + barcode + " ").serial()).contains(one.body().serial());
        assertThat(byName(4, "t" + two.body().serial().hex()).admits()).isTrue();
    }

    private ScanResult byName(long number, String name) {
        return fest.checkIn().scanByName(fest.entry("desk", number, name));
    }

    @Test
    void theVendorsOwnBarcodeIsLookedUp() {
        Ticket ticket = fest.ticket();
        ScanResult result = fest.checkIn()
                .scan(fest.entry("d1", 1, "b" + ticket.body().serial().hex()));
        assertThat(result.outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(result.serial()).contains(ticket.body().serial());
    }

    @Test
    void anUndoIsANewFactAfterWhichTheTicketLetsInAgain() {
        Ticket ticket = fest.ticket();
        CheckIn checkIn = fest.checkIn();
        checkIn.scan(fest.entry("d1", 1, ticket.text()));
        checkIn.undo(new FactId("desk", 1), new FactId("d1", 1), NOON, 5, DESK);
        checkIn.undo(new FactId("desk", 1), new FactId("d1", 1), NOON, 5, DESK);

        assertThat(checkIn.visits(ticket.body().serial()).first()).isEmpty();
        assertThat(checkIn.scan(fest.entry("d2", 1, ticket.text())).outcome()).isEqualTo(Outcome.ADMITTED);
        fest.store.inTransaction(tx -> {
            assertThat(tx.facts().scans(ticket.body().serial()))
                    .extracting(TimedScan::isUndone)
                    .containsExactly(true, false);
            return true;
        });
    }

    @Test
    void onlyScansThatExistAreTakenBack() {
        assertThatThrownBy(() -> fest.checkIn().undo(new FactId("desk", 1), new FactId("d1", 7), NOON, 5, DESK))
                .hasMessage("there is no scan d1-7 to take back");
        assertThatThrownBy(() -> new Waiver("anna@example.org", "x")).hasMessageContaining("not by an address");
    }

    @Test
    void refusedScansAreKeptToo() {
        fest.checkIn().scan(fest.entry("d1", 1, "junk junk \u00e4"));
        fest.store.inTransaction(tx -> {
            assertThat(tx.facts().page(Optional.empty(), 9))
                    .extracting(timed -> timed.scan().outcome())
                    .containsExactly(Outcome.MALFORMED);
            return true;
        });
    }

    @Test
    void nothingThatIsPrintedHoldsTheCode() {
        Ticket ticket = fest.ticket();
        ScanRequest request = fest.entry("d1", 1, ticket.text());
        assertThat(request.toString() + fest.checkIn().scan(request)).doesNotContain(ticket.text());
    }
}
