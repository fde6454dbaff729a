package dev.membersync.sync.proof;

import dev.membersync.sync.ReconciliationReport;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.payment.DiscrepancyKind;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.story.World;
import dev.membersync.sync.workflow.PaymentWorkflow;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakePayment;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.RecordKind;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The money of a day: who pays where, what people book by hand, and whether what is on record at one side is so at the other. */
final class Till {
    private static final String PAPER = "Gala";
    private static final Pattern ASKED = Pattern.compile("order (\\d+), \\w+, (\\S+) USD of member (\\S+?):? .*");
    /** Next to the sums: what cannot be told is not missing by mistake. */
    private static final String NONE = "";

    private final World world;
    private final boolean contacts;
    /** By order, what a person has booked elsewhere than on the paper of a contact. */
    private final Map<String, BigDecimal> elsewhere = new TreeMap<>();

    /** @param contacts whether payments are recorded on papers of contacts, and members pay there too */
    Till(World world, boolean contacts) {
        this.world = world;
        this.contacts = contacts;
        if (contacts) {
            world.duesFields = true;
            world.event.putField(FakeField.question("Dues"));
            world.event.putField(FakeField.question("Receipt"));
        } else {
            world.memberships.switches().changesPayments(true);
        }
    }

    /** A contact gets the invoice on which payments are recorded. */
    void invoice(String userId) {
        if (contacts) {
            world.memberships
                    .records(RecordKind.INVOICE)
                    .add(Map.of(
                            "name",
                            PAPER,
                            "title",
                            PAPER,
                            "status",
                            "sent",
                            "total",
                            new BigDecimal("150.00"),
                            "contactDetails",
                            Map.of("id", userId)));
        }
    }

    /** A member pays to the organisation, by card. */
    void dues(FakeMember member) {
        String number = String.valueOf(transactions().size());
        world.memberships
                .records(RecordKind.TRANSACTION)
                .add(Map.of(
                        "contactId",
                        member.userId(),
                        "amount",
                        new BigDecimal("90.00"),
                        "amountRefunded",
                        BigDecimal.ZERO,
                        "chargeId",
                        "ch_" + number));
    }

    /** One contact becomes part of another one, with all that was paid and owed. */
    void merge(String from, String into) {
        transactions().stream()
                .filter(paid -> paid.text("contactId").filter(from::equals).isPresent())
                .forEach(paid ->
                        edit(RecordKind.TRANSACTION, paid, Map.of("contactId", into, "mergedFromContactId", from)));
        invoices(from).forEach(paper -> edit(RecordKind.INVOICE, paper, Map.of("contactDetails", Map.of("id", into))));
    }

    /** A person does what the questions about money ask for, and answers them. */
    void work(SyncEngine engine) {
        for (Review review : engine.queues().reviews(1_000)) {
            Matcher asked = ASKED.matcher(review.reason());
            if (review.kind().equals("PAYMENT_BY_HAND") && asked.matches()) {
                engine.queues()
                        .decide(
                                review.id(),
                                Answer.parse(byHand(
                                        asked.group(1), new BigDecimal(asked.group(2)), asked.group(3), review)));
            } else if (review.kind().startsWith("PAYMENT_")) {
                if (contacts && review.kind().equals("PAYMENT_GONE")) {
                    giveBack(review.subject(), recorded(review.subject()));
                }
                engine.queues().decide(review.id(), Answer.parse("ignore"));
            }
        }
    }

    private String byHand(String order, BigDecimal net, String userId, Review review) {
        List<FakeRecord> papers = invoices(userId);
        if (review.reason().contains(" 0 invoices")
                && world.memberships.members().find(userId).isPresent()) {
            invoice(userId);
            return "left";
        }
        if (review.reason().contains("invoices named")) {
            if (papers.size() > 1) {
                papers.stream()
                        .skip(1)
                        .forEach(paper -> edit(RecordKind.INVOICE, paper, Map.of("name", "Merged", "title", "Merged")));
                return "left";
            }
        }
        if (review.reason().contains("of the event is open") || review.reason().contains(" is gone")) {
            return "ignore";
        }
        giveBack(order, recorded(order).subtract(net));
        elsewhere.put(order, net.subtract(recorded(order)));
        return "value=booked";
    }

    private void giveBack(String order, BigDecimal amount) {
        BigDecimal left = amount;
        for (FakeRecord paid : transactions()) {
            if (left.signum() > 0 && order(paid).equals(Optional.of(order))) {
                BigDecimal before = decimal(paid, "amountRefunded");
                BigDecimal part = left.min(decimal(paid, "amount").subtract(before));
                edit(RecordKind.TRANSACTION, paid, Map.of("amountRefunded", before.add(part)));
                left = left.subtract(part);
            }
        }
    }

    /**
     * Orders whose payment is on record otherwise than what is left of it, or twice. What is not on record
     * counts as 0, and so does what the report says is nobody's.
     */
    List<String> wrong(SyncEngine engine) {
        Set<String> orphans = reports(engine).stream()
                .flatMap(report -> report.report().discrepancies().stream())
                .filter(one -> one.kind() == DiscrepancyKind.ORPHAN_PAYMENT)
                .map(one -> one.subject().substring(one.subject().indexOf('/') + 1))
                .collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>(twice());
        Map<String, BigDecimal> left = new TreeMap<>();
        world.event
                .tickets()
                .forEach(ticket -> left.merge(
                        String.valueOf(ticket.orderId()), ticket.paid().subtract(ticket.refunded()), BigDecimal::add));
        left.forEach((order, amount) -> {
            BigDecimal there = recorded(order).add(elsewhere.getOrDefault(order, BigDecimal.ZERO));
            BigDecimal due = orphans.contains(order) ? BigDecimal.ZERO : amount;
            if (there.compareTo(due) != 0) {
                wrong.add(order + " is " + amount + ", on record " + there);
            }
        });
        keys().stream()
                .map(Till::order)
                .filter(order -> !left.containsKey(order))
                .forEach(order -> wrong.add(order + " is no order"));
        return wrong;
    }

    private List<String> twice() {
        Set<String> once = new HashSet<>();
        return keys().stream()
                .filter(key -> !once.add(key))
                .map(key -> key + " is on record twice")
                .toList();
    }

    /** Registrations that do not show the newest payment of their member. */
    List<String> shownWrongly() {
        List<String> wrong = new ArrayList<>();
        if (!contacts) {
            return wrong;
        }
        for (FakeTicket ticket : world.event.attendees()) {
            String note = world.event.order(ticket.orderId()).orElseThrow().note();
            newest(note.replace("membersync:", NONE))
                    .filter(paid -> !ticket.answer("Receipt").equals(paid.id()))
                    .ifPresent(paid -> wrong.add(note + " shows " + ticket.answer("Receipt") + ", not " + paid.id()));
        }
        return wrong;
    }

    private Optional<FakeRecord> newest(String userId) {
        return transactions().stream()
                .filter(paid -> paid.text("chargeId").isPresent()
                        && paid.text("contactId").filter(userId::equals).isPresent())
                .reduce((one, other) -> other);
    }

    /** What is on record. */
    int number() {
        return keys().size();
    }

    /** What a ledger has left over, by workflow and currency; each is 0. */
    List<String> leftOver(SyncEngine engine) {
        List<String> over = new ArrayList<>();
        for (ReconciliationReport report : reports(engine)) {
            report.zeroSums().forEach((currency, sum) -> {
                if (sum != 0) {
                    over.add(report.workflow() + " " + currency + " " + sum);
                }
            });
        }
        return over;
    }

    private static List<ReconciliationReport> reports(SyncEngine engine) {
        return engine.reconcile(ZoneOffset.UTC, ReconciliationRules.standard());
    }

    /** States of payments that the report calls otherwise than the list, of those that we recorded ourselves. */
    List<String> drifting(SyncEngine engine) {
        return reports(engine).stream()
                .filter(report -> report.workflow().equals(PaymentWorkflow.TO_EVENT))
                .flatMap(report -> report.report().discrepancies().stream())
                .map(String::valueOf)
                .toList();
    }

    private List<String> keys() {
        return contacts
                ? transactions().stream().flatMap(paid -> key(paid).stream()).toList()
                : world.memberships.payments().stream()
                        .map(FakePayment::paymentId)
                        .toList();
    }

    private BigDecimal recorded(String order) {
        if (!contacts) {
            return world.memberships.payments().stream()
                    .filter(paid -> order(paid.paymentId()).equals(order))
                    .map(FakePayment::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return transactions().stream()
                .filter(paid -> order(paid).equals(Optional.of(order)))
                .map(paid -> decimal(paid, "amount").subtract(decimal(paid, "amountRefunded")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<String> key(FakeRecord paid) {
        return Optional.ofNullable(paid.map("meta").get("membersyncKey")).map(String::valueOf);
    }

    private static Optional<String> order(FakeRecord paid) {
        return key(paid).map(Till::order);
    }

    private static String order(String key) {
        return key.substring(World.EVENT.length() + 1).replaceFirst("#.*", NONE);
    }

    private static BigDecimal decimal(FakeRecord paid, String name) {
        return paid.text(name).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    private List<FakeRecord> transactions() {
        return world.memberships.records(RecordKind.TRANSACTION).all();
    }

    private List<FakeRecord> invoices(String userId) {
        return world.memberships.records(RecordKind.INVOICE).all().stream()
                .filter(paper -> paper.text("name").filter(PAPER::equals).isPresent()
                        && userId.equals(paper.map("contactDetails").get("id")))
                .toList();
    }

    private void edit(RecordKind kind, FakeRecord record, Map<String, ?> changes) {
        FakeRecord unused = world.memberships.records(kind).edit(record.id(), one -> one.withAll(changes));
    }
}
