package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.checkin.Issued.Step;
import dev.membersync.eventops.ticket.Algorithm;
import dev.membersync.eventops.ticket.KeyRecord;
import dev.membersync.eventops.ticket.KeyState;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.RevocationReason;
import dev.membersync.eventops.ticket.SeedKeys;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tickets follow their registrations. */
final class IssuanceTest {
    private final Fest fest = Fest.create();
    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<String, Grant> grants =
            new HashMap<>(Map.of("std", Grant.of(1), "vip", new Grant(2, 1, null, NOON.plusSeconds(3600))));
    private Marker marker = Marker.keyed(new byte[32]);

    private Issuance issuance() {
        return Issuance.of(fest.store, fest.codes(), marker, grants, random, fest.clock());
    }

    private static Registration anna() {
        return registration(new TicketRef("t1", "b1", "a1", "o1"), "Anna", "Berg", "anna@example.org", "std", "PAID");
    }

    private static Registration registration(
            TicketRef names, String first, String last, String email, String type, String payment) {
        return new Registration(
                names,
                Registration.Access.LIVE,
                Value.of(first),
                Value.of(last),
                Value.of(email),
                Value.of(type),
                Map.of(),
                Optional.empty(),
                new Standing(Value.of("BOOKED"), Value.of(payment), Value.unseen()));
    }

    private static Registration ended(Registration of, String status) {
        return new Registration(
                of.ticket(),
                Registration.Access.ENDED,
                of.firstName(),
                of.lastName(),
                of.email(),
                of.ticketTypeId(),
                Map.of(),
                Optional.empty(),
                new Standing(Value.of(status), Value.of("REFUNDED"), Value.unseen()));
    }

    private Issued take(Registration registration) {
        return issuance().take(Attendee.of(registration));
    }

    private Outcome scan(IssuedTicket ticket) {
        fest.wait(Duration.ofMinutes(1));
        return fest.checkIn()
                .scan(fest.entry(
                        "d1", fest.nanos(), fest.codes().code(ticket.body()).text()))
                .outcome();
    }

    private RevocationReason reason(IssuedTicket ticket) {
        return fest.store.inTransaction(tx -> tx.lists()
                .find(ListKind.REVOCATIONS, ticket.serial())
                .orElseThrow()
                .reason());
    }

    @Test
    void aNewRegistrationGetsATicketThatAdmits() {
        Issued issued = take(anna());
        assertThat(issued.step()).isEqualTo(Step.ISSUED);
        assertThat(issued.toDeliver()).isPresent();
        assertThat(scan(issued.ticket())).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void seeingARegistrationAgainChangesNothing() {
        Issued first = take(anna());
        assertThat(take(anna())).isEqualTo(new Issued(Step.KEPT, first.ticket(), Optional.empty()));
    }

    @Test
    void aCodeIsHandedOutAgainUntilItWasDelivered() {
        Issued first = take(anna());
        String code = issuance().code(first.ticket()).text();
        // A crash here: the next pass finds the same serial and the same code.
        IssueReport report = issuance().pass(List.of(Attendee.of(anna())), 0);
        assertThat(report.toDeliver()).containsExactly(first.ticket());
        assertThat(issuance().code(report.toDeliver().get(0)).text()).isEqualTo(code);

        issuance().delivered(first.ticket().serial(), 0);
        assertThat(issuance().pass(List.of(Attendee.of(anna())), 0).toDeliver()).isEmpty();
    }

    @Test
    void anotherClassReplacesTheCode() {
        Issued first = take(anna());
        Issued vip = take(registration(anna().ticket(), "Anna", "Berg", "anna@example.org", "vip", "PAID"));

        assertThat(vip.step()).isEqualTo(Step.REISSUED);
        assertThat(vip.ticket().serial()).isEqualTo(first.ticket().serial());
        assertThat(vip.ticket().body().generation()).isEqualTo(1);
        assertThat(vip.ticket().body().ticketClass()).isEqualTo(2);
        assertThat(reason(vip.ticket())).isEqualTo(RevocationReason.CLASS_CHANGE);
        assertThat(scan(first.ticket())).isEqualTo(Outcome.SUPERSEDED);
        assertThat(scan(vip.ticket())).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void anotherHolderReplacesTheCode() {
        take(anna());
        Issued moved = take(registration(anna().ticket(), "Bo", "Lund", "bo@example.org", "std", "PAID"));
        assertThat(moved.step()).isEqualTo(Step.REISSUED);
        assertThat(reason(moved.ticket())).isEqualTo(RevocationReason.TRANSFER);
    }

    @Test
    void aNewSpellingOrAnUnseenFieldIsNoNewHolder() {
        take(anna());
        take(registration(anna().ticket(), "Anna", "Berg-Lund", " ANNA@example.org", "std", "PAID"));
        Registration unseen = new Registration(
                anna().ticket(),
                Registration.Access.LIVE,
                Value.unseen(),
                Value.unseen(),
                Value.unseen(),
                Value.unseen(),
                Map.of());
        assertThat(take(unseen).step()).isEqualTo(Step.KEPT);
        assertThat(take(registration(anna().ticket(), "Bo", "Lund", "bo@example.org", "std", "PAID"))
                        .step())
                .as("the address is still known after a read without it")
                .isEqualTo(Step.REISSUED);
    }

    @Test
    void withoutAnAddressTheNameTells() {
        take(registration(anna().ticket(), "Anna", "Berg", "", "std", "PAID"));
        assertThat(take(registration(anna().ticket(), "Anna ", "Berg", "anna@example.org", "std", "PAID"))
                        .step())
                .isEqualTo(Step.KEPT);
        Fest other = Fest.create();
        Issuance fresh = Issuance.of(other.store, other.codes(), marker, grants, random, other.clock());
        fresh.take(Attendee.of(registration(anna().ticket(), "Anna", "Berg", "", "std", "PAID")));
        assertThat(fresh.take(Attendee.of(registration(anna().ticket(), "Bo", "Lund", "", "std", "PAID")))
                        .step())
                .isEqualTo(Step.REISSUED);
    }

    @Test
    void anotherStoreKeyTakesNobodysTicketAway() {
        take(anna());
        byte[] key = new byte[32];
        key[0] = 1;
        marker = Marker.keyed(key);
        assertThat(take(anna()).step()).isEqualTo(Step.KEPT);
        assertThat(take(registration(anna().ticket(), "Bo", "Lund", "bo@example.org", "std", "PAID"))
                        .step())
                .isEqualTo(Step.REISSUED);
    }

    @Test
    void aRefundAloneTakesNothing() {
        take(anna());
        Issued refunded = take(registration(anna().ticket(), "Anna", "Berg", "anna@example.org", "std", "REFUNDED"));
        assertThat(refunded.step()).isEqualTo(Step.KEPT);
        assertThat(scan(refunded.ticket())).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void anUnpaidRegistrationOwesAtTheDoor() {
        Issued unpaid =
                take(registration(anna().ticket(), "Anna", "Berg", "anna@example.org", "std", "Partially paid"));
        assertThat(scan(unpaid.ticket())).isEqualTo(Outcome.PAYMENT_DUE);
    }

    @Test
    void aCancelledOrDeletedRegistrationIsRevokedAndMayComeBack() {
        Issued first = take(anna());
        Issued canceled = take(ended(anna(), "CANCELLED"));
        assertThat(canceled.step()).isEqualTo(Step.REVOKED);
        assertThat(reason(canceled.ticket())).isEqualTo(RevocationReason.CANCEL);
        assertThat(scan(first.ticket())).isEqualTo(Outcome.REVOKED);
        assertThat(take(ended(anna(), "CANCELLED")).step()).isEqualTo(Step.KEPT);

        Issued back = take(anna());
        assertThat(back.step()).isEqualTo(Step.REISSUED);
        assertThat(scan(first.ticket())).isEqualTo(Outcome.REVOKED);
        assertThat(scan(back.ticket())).isEqualTo(Outcome.ADMITTED);

        take(ended(anna(), "DELETED"));
        assertThat(reason(back.ticket())).isEqualTo(RevocationReason.DELETE);
    }

    @Test
    void aTypeThatGrantsNothingGetsNoTicketAndLosesOne() {
        take(anna());
        IssueReport report = issuance()
                .pass(
                        List.of(
                                Attendee.of(registration(
                                        anna().ticket(), "Anna", "Berg", "anna@example.org", "gift", "PAID")),
                                Attendee.of(registration(
                                        new TicketRef("t2", null, null, null), "Bo", "Lund", "", "gift", "PAID"))),
                        9);
        assertThat(report.count(Step.REVOKED)).isEqualTo(1);
        assertThat(report.count(Step.SKIPPED)).isEqualTo(1);
        assertThat(report.unknownTypes()).containsExactly("gift");
    }

    @Test
    void aWrongPlanIsStoppedBeforeItReplacesEveryCode() {
        List<Attendee> all = List.of(1, 2, 3, 4).stream()
                .map(i -> Attendee.of(registration(
                        new TicketRef("t" + i, null, null, null), "A", "B", i + "@example.org", "std", "PAID")))
                .toList();
        issuance().pass(all, 0);
        grants.put("std", Grant.of(5));
        fest.wait(Duration.ofHours(1));

        IssueReport guarded = issuance().pass(all, 2);
        assertThat(guarded.count(Step.REISSUED)).isEqualTo(2);
        assertThat(guarded.count(Step.HELD)).isEqualTo(2);
        assertThat(listsAsOf()).as("not complete").isEqualTo(NOON);

        assertThat(issuance().pass(all, 9).count(Step.REISSUED)).isEqualTo(2);
        assertThat(listsAsOf()).isEqualTo(fest.now);
    }

    private Instant listsAsOf() {
        return fest.store.inTransaction(tx -> tx.lists().asOf().orElseThrow());
    }

    @Test
    void ticketsUnderARevokedKeyAreIssuedAgainUnderTheNewOne() {
        Issued old = take(anna());
        SeedKeys keys = fest.keys;
        byte[] seed = new byte[SeedKeys.SEED_LENGTH];
        String publicKey = keys.add(2, Algorithm.ED25519, seed);
        fest.ring = fest.ring
                .revoke(1)
                .with(new KeyRecord(
                        2, Algorithm.ED25519, publicKey, Fest.EVENT, Fest.KEY_FROM, Fest.KEY_TO, KeyState.ACTIVE));

        Issued fresh = take(anna());
        assertThat(fresh.step()).isEqualTo(Step.REISSUED);
        assertThat(fresh.ticket().body().keyId()).isEqualTo(2);
        assertThat(fresh.ticket().serial()).isEqualTo(old.ticket().serial());
        assertThat(scan(fresh.ticket())).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void aRotatedKeyKeepsItsCodesAndTheirSnapshots() {
        Issued old = take(anna());
        String code = issuance().code(old.ticket()).text();
        String publicKey = fest.keys.add(2, Algorithm.ED25519, new byte[SeedKeys.SEED_LENGTH]);
        fest.ring = fest.ring.rotate(
                new KeyRecord(2, Algorithm.ED25519, publicKey, Fest.EVENT, Fest.KEY_FROM, Fest.KEY_TO, KeyState.ACTIVE),
                Fest.END);

        assertThat(take(anna()).step()).isEqualTo(Step.KEPT);
        assertThat(issuance().code(old.ticket()).text()).isEqualTo(code);
        assertThat(fest.snapshot(NOON).books(old.ticket().body(), code)).isInstanceOf(DoorView.Books.Known.class);
    }

    @Test
    void twoRowsOfOneRegistrationBecomeOneTicketAsSoonAsThatShows() {
        Issued byTicket = take(
                registration(new TicketRef("t1", null, null, null), "Anna", "Berg", "anna@example.org", "std", "PAID"));
        Issued byBarcode = take(
                registration(new TicketRef(null, "b1", null, null), "Anna", "Berg", "anna@example.org", "std", "PAID"));
        assertThat(scan(byBarcode.ticket())).isEqualTo(Outcome.ADMITTED);

        Issued joined = take(anna());

        assertThat(joined.step()).isEqualTo(Step.KEPT);
        assertThat(joined.ticket().serial())
                .as("the one that was used")
                .isEqualTo(byBarcode.ticket().serial());
        assertThat(joined.ticket().names()).isEqualTo(anna().ticket());
        assertThat(scan(byTicket.ticket())).isEqualTo(Outcome.SUPERSEDED);
    }

    @Test
    void anOrderIdThatEqualsATicketIdOfSomebodyElseJoinsNobody() {
        Issued one = take(registration(new TicketRef("t1", null, null, "7"), "A", "B", "a@example.org", "std", "PAID"));
        Issued two = take(registration(new TicketRef("7", null, null, "9"), "C", "D", "c@example.org", "std", "PAID"));
        assertThat(two.step()).isEqualTo(Step.ISSUED);
        assertThat(two.ticket().serial()).isNotEqualTo(one.ticket().serial());
    }

    @Test
    void testTicketsAreIssuedForARehearsal() {
        Issued test = issuance().asTest().take(Attendee.of(anna()));
        assertThat(scan(test.ticket())).isEqualTo(Outcome.TEST_TICKET);
    }

    @Test
    void nothingAboutAHolderIsKept() {
        take(anna());
        String kept = fest.store.inTransaction(
                tx -> tx.issued().page(Optional.empty(), 9).toString());
        assertThat(kept).doesNotContainIgnoringCase("anna").doesNotContainIgnoringCase("berg");
    }
}
