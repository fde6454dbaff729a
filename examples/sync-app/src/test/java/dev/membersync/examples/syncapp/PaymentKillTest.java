package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakePayment;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Operation;
import dev.membersync.testkit.RecordKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F-67: the application is killed without warning while people pay at both sides, half of the times within the call that tells of it. */
class PaymentKillTest {
    private static final boolean HEAVY = Boolean.getBoolean("heavy");
    private static final int KILLS = HEAVY ? 40 : 2;
    private static final int MEMBERS = 12;
    private static final int MOST_RUNS = 4;
    /** More than a call whose end is not known has to rest. */
    private static final Duration REST = Duration.ofMinutes(3);

    private static final Duration MOST_WAIT = Duration.ofSeconds(20);

    private static final Set<String> MONEY = Set.of("payments.record", "invoices.recordPayment");
    private static final Set<String> MEMO = Set.of("holders.update", "holders.updateByBarcode");
    private static final Set<Fault> UNKIND = EnumSet.of(
            Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.STATUS_AFTER_EFFECT, Fault.STATUS_BEFORE, Fault.TRUNCATED_BODY);

    /**
     * Who dies within a call that books a payment.
     *
     * @param process who
     * @param calls within how many of them from now on
     */
    private record Dying(Process process, AtomicInteger calls) {}

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(11);
    private final AtomicReference<String> url = new AtomicReference<>("");
    private final AtomicReference<Dying> dying = new AtomicReference<>();
    private final AtomicReference<CountDownLatch> told = new AtomicReference<>(new CountDownLatch(0));
    private final FakeAccelevents accelevents = FakeAccelevents.builder()
            .time(InstantSource.system())
            .apiKey("events-key")
            .event("spring-summit")
            .build();
    private final FakeEvent event = accelevents.event("spring-summit");
    private FakeMemberships memberships;
    private boolean contacts;
    private int paid;

    static List<String> profiles() {
        return HEAVY ? List.of("standard", "highlevel") : List.of("highlevel");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @Timeout(1_800)
    void killedAgainAndAgainItTellsOfEveryPaymentOnce(String profile) throws Exception { // F-67
        furnish(profile);
        Victim victim = new Victim(folder, List.of(), Map.of());
        try (FakeServer members = FakeServer.start(victim.watching(memberships), 0);
                FakeServer events = FakeServer.start(victim.watching(accelevents), 0)) {
            configure(members.url(), events.url());
            for (int kill = 1; kill <= KILLS; kill++) {
                victim.later(REST);
                Process process = victim.live(url);
                people(kill);
                if (kill % 2 == 0) {
                    killWithinACall(process);
                } else {
                    killAfterACall(process, victim);
                }
                assertThat(keys()).as("after kill %s", kill).doesNotHaveDuplicates();
            }
            everythingAgrees(victim);
        }
    }

    /** Its call arrives, and may have its effect, but nobody waits for the answer any more. */
    private void killWithinACall(Process process) throws InterruptedException {
        dying.set(new Dying(process, new AtomicInteger(random.nextInt(1, 5))));
        if (!process.waitFor(MOST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        dying.set(null);
    }

    private void killAfterACall(Process process, Victim victim) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(random.nextInt(1, 8));
        told.set(reached);
        boolean unused = reached.await(MOST_WAIT.toSeconds(), TimeUnit.SECONDS);
        victim.awaitRequests(random.nextInt(1, 10), Duration.ofSeconds(1));
        process.destroyForcibly().waitFor();
    }

    /** Somebody joins and pays, others pay more or get something back, pay their dues, and change their names. */
    private void people(int round) {
        join(MEMBERS + round);
        event.attendees().stream().filter(ticket -> random.nextInt(3) == 0).forEach(ticket -> {
            // Who gets something back pays no more: the word of the order would hide the refund.
            if (contacts || ticket.id() % 2 == 0) {
                event.pay(ticket.id(), new BigDecimal("10.00"));
            } else {
                event.refund(ticket.id(), new BigDecimal("5.00"));
            }
        });
        memberships.members().all().forEach(member -> {
            if (contacts && random.nextInt(3) == 0) {
                dues(member.userId());
            }
            if (random.nextInt(6) == 0) {
                memberships.members().rename(member.userId(), "Round" + round + " Person");
            }
        });
    }

    private void dues(String userId) {
        memberships
                .records(RecordKind.TRANSACTION)
                .add(Map.of("contactId", userId, "amount", new BigDecimal("90.00"), "chargeId", "ch_" + ++paid));
    }

    private void everythingAgrees(Victim victim) throws Exception {
        accelevents.faults(FaultPlan.none());
        memberships.faults(FaultPlan.none());
        int exit = 1;
        for (int run = 0; run < MOST_RUNS && exit != 0; run++) {
            victim.later(REST);
            exit = victim.run("sync");
        }
        assertThat(exit).as(victim::lastWords).isZero();
        assertThat(keys()).doesNotHaveDuplicates();
        assertThat(onRecord()).isNotEmpty().isEqualTo(collected());
        if (contacts) {
            assertThat(event.attendees())
                    .allSatisfy(ticket -> assertThat(ticket.answer("Receipt"))
                            .isEqualTo(newest(ticket.answer("Member ID"))
                                    .map(FakeRecord::id)
                                    .orElse("")));
        }
        List<Long> writes = writesSent();
        victim.later(REST);
        assertThat(victim.run("sync")).as(victim::lastWords).isZero();
        assertThat(writesSent()).isEqualTo(writes);
        // Ends 1 when a ledger does not sum to zero or anything does not agree.
        assertThat(victim.run("report")).as(victim::lastWords).isZero();
    }

    /** By order, what is left of what was collected at the event. */
    private Map<String, BigDecimal> collected() {
        Map<String, BigDecimal> left = new TreeMap<>();
        for (FakeTicket ticket : event.tickets()) {
            left.merge(
                    "spring-summit/" + ticket.orderId(),
                    ticket.paid().subtract(ticket.refunded()).setScale(2),
                    BigDecimal::add);
        }
        return left;
    }

    /** By order, what the other side has on record. */
    private Map<String, BigDecimal> onRecord() {
        Map<String, BigDecimal> there = new TreeMap<>();
        if (contacts) {
            mirrored()
                    .forEach(row -> there.merge(
                            key(row).replaceFirst("#.*", ""),
                            new BigDecimal(row.text("amount").orElseThrow()).setScale(2),
                            BigDecimal::add));
        } else {
            for (FakePayment payment : memberships.payments()) {
                there.merge(payment.paymentId(), payment.amount().setScale(2), BigDecimal::add);
            }
        }
        return there;
    }

    private List<String> keys() {
        return contacts
                ? mirrored().map(PaymentKillTest::key).toList()
                : memberships.payments().stream().map(FakePayment::paymentId).toList();
    }

    private Stream<FakeRecord> mirrored() {
        return transactions().filter(row -> row.map("meta").containsKey("membersyncKey"));
    }

    private Stream<FakeRecord> transactions() {
        return memberships.records(RecordKind.TRANSACTION).all().stream();
    }

    private static String key(FakeRecord row) {
        return String.valueOf(row.map("meta").get("membersyncKey"));
    }

    private Optional<FakeRecord> newest(String userId) {
        return transactions()
                .filter(row -> row.text("chargeId").isPresent()
                        && row.text("contactId").filter(userId::equals).isPresent())
                .reduce((one, other) -> other);
    }

    private List<Long> writesSent() {
        List<Long> sent = new ArrayList<>();
        accelevents.operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.WRITE)
                .forEach(operation -> sent.add(accelevents.requests().count(operation.id())));
        memberships.operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.WRITE)
                .forEach(operation -> sent.add(memberships.requests().count(operation.id())));
        return sent;
    }

    private void furnish(String profile) {
        contacts = profile.equals("highlevel");
        FakeMemberships.Builder builder =
                FakeMemberships.builder().time(InstantSource.system()).switches(turn -> turn.changesPayments(true));
        memberships = contacts
                ? builder.highLevel("loc1", "comp1")
                        .apiKey(
                                "key",
                                "contacts.readonly",
                                "locations/customFields.readonly",
                                "invoices.readonly",
                                "invoices.write",
                                "payments/transactions.readonly")
                        .build()
                : builder.apiKey("key", "users.readonly", "payments.write").build();
        event.addTicketType("Backstage", "150.00", 100_000);
        event.putField(FakeField.attribute("Member ID"));
        event.putField(FakeField.question("Dues"));
        event.putField(FakeField.question("Receipt"));
        for (int i = 0; i < MEMBERS; i++) {
            join(i);
        }
        accelevents.faults(deadly(FaultPlan.share(0.1, 5, UNKIND)));
        memberships.faults(deadly(FaultPlan.share(0.3, 7, UNKIND)));
    }

    /** A call that tells of a payment may go wrong, and may be the last that its process sent. */
    private FaultPlan deadly(FaultPlan plan) {
        return (operation, call, request) -> {
            if (!MONEY.contains(operation.id()) && !MEMO.contains(operation.id())) {
                return Optional.empty();
            }
            told.get().countDown();
            Dying one = dying.get();
            if (one != null && MONEY.contains(operation.id()) && one.calls().decrementAndGet() == 0) {
                one.process().destroyForcibly();
            }
            return plan.next(operation, call, request);
        };
    }

    private void join(int number) {
        String userId = "m" + number;
        memberships
                .members()
                .add(FakeMember.of(userId, userId + "@example.com", "First Person" + number)
                        .withStatus("active"));
        if (contacts) {
            FakeRecord unused = memberships
                    .records(RecordKind.INVOICE)
                    .add(Map.of(
                            "name",
                            "Gala",
                            "status",
                            "sent",
                            "total",
                            new BigDecimal("1000.00"),
                            "contactDetails",
                            Map.of("id", userId)));
        }
    }

    private void configure(String membershipsUrl, String acceleventsUrl) throws IOException {
        String profile = contacts
                ? "profile: highlevel, locationId: loc1, members: {only: {tag: member}, status: 'field:membership_status'}"
                : "profile: standard";
        String payments = contacts
                ? "direction: both, recordOn: {invoice: Gala}, fields: {paymentStatus: Dues, paymentId: Receipt}"
                : "direction: toMemberships";
        Files.writeString(folder.resolve("membersync.yaml"), """
                memberships: {%s, currency: USD, baseUrl: "%s", apiKey: "key", rate: {calls: 100000, per: 10s}}
                accelevents: {baseUrl: "%s", apiKey: "events-key", eventUrl: "spring-summit", rate: {calls: 100000, per: 10s}}
                store: {url: "jdbc:sqlite:%s", key: "a long random text for this test"}
                live: {port: 0, pollEvery: 1s}
                workflows:
                  - template: members-to-attendees
                    ticketTypes: {"*": "Backstage"}
                    fields: {memberId: "Member ID"}
                    paidTickets: cash
                    guards: {creates: 100000, changes: "100%% and 100000"}
                  - {template: payments, %s}
                """.formatted(
                        profile, membershipsUrl, acceleventsUrl, folder.resolve("membersync.db"), payments));
    }
}
