package dev.membersync.sync;

import dev.membersync.client.time.Time;
import dev.membersync.sync.engine.Barred;
import dev.membersync.sync.engine.Journal;
import dev.membersync.sync.engine.LiveSettings;
import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.mirror.AccessRun;
import dev.membersync.sync.mirror.MoneyReport;
import dev.membersync.sync.mirror.PaymentFlow;
import dev.membersync.sync.mirror.PaymentParts;
import dev.membersync.sync.mirror.PaymentRun;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.workflow.PaymentWorkflow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The workflows of an engine that are about money, beside those that are about members and tickets. */
final class PaymentRuns {
    private final List<PaymentParts> parts;
    private final Journal journal;
    private final Time time;

    PaymentRuns(SyncEngineBuilder builder, List<Parts> tickets) {
        this.journal = Journals.of(builder.listener);
        this.time = builder.time;
        this.parts = builder.payments.stream()
                .map(workflow -> new PaymentParts(
                        workflow,
                        builder.requiredMembers().account(),
                        builder.requiredStore(),
                        linked(workflow, tickets),
                        new Barred(new PersonKeys(builder.requiredKey().marker())),
                        builder.time,
                        builder.checkpoint))
                .toList();
    }

    private static List<Scope> linked(PaymentWorkflow workflow, List<Parts> tickets) {
        return tickets.stream()
                .map(Parts::scope)
                .filter(scope -> scope.event().equals(workflow.source().event())
                        && scope.occurrence().equals(workflow.source().occurrence()))
                .toList();
    }

    List<PaymentParts> parts() {
        return parts;
    }

    /** The only time. */
    Time time() {
        return time;
    }

    /** Told what happens while these run live. */
    Journal journal() {
        return journal;
    }

    /** The same workflows, to be followed by a live run. */
    List<PaymentFlow> live(LiveSettings settings) {
        return parts.stream()
                .map(part -> new PaymentFlow(part, settings, journal::live))
                .toList();
    }

    List<PaymentReport> plan() {
        return parts.stream()
                .map(part -> PaymentReport.of(part, new PaymentRun(part).plan(), true))
                .toList();
    }

    List<PaymentReport> run(long most) {
        return parts.stream()
                .map(part -> PaymentReport.of(part, new PaymentRun(part).run(most), false))
                .toList();
    }

    /** Payments that the other side was not told of as they are now. */
    List<VerifyReport.Row> verify() {
        List<VerifyReport.Row> rows = new ArrayList<>();
        parts.forEach(part -> rows.addAll(part.workflow().access().isPresent() ? access(part) : payments(part)));
        return rows;
    }

    private static List<VerifyReport.Row> payments(PaymentParts part) {
        return PaymentReport.of(part, new PaymentRun(part).plan(), true).planned().stream()
                .map(one -> new VerifyReport.Row("PAYMENT", one.userId(), one.order(), List.of("payment")))
                .toList();
    }

    /** Tickets whose access and money do not go together. */
    private static List<VerifyReport.Row> access(PaymentParts part) {
        return new AccessRun(part)
                .doubts().stream()
                        .map(doubt -> new VerifyReport.Row(doubt.kind(), "", doubt.ticket(), List.of("access")))
                        .toList();
    }

    List<ReconciliationReport> report(ZoneId zone, ReconciliationRules rules) {
        return parts.stream()
                .filter(part -> part.workflow().access().isEmpty())
                .map(part -> ReconciliationReport.of(part, MoneyReport.of(part, zone, rules)))
                .toList();
    }

    boolean add(String workflow, String event, Fact fact) {
        PaymentParts part = parts.stream()
                .filter(one -> one.workflow().id().equals(workflow)
                        && one.workflow().source().event().equals(event))
                .findFirst()
                .orElseThrow(
                        () -> new SyncException("there is no payment workflow " + workflow + " at the event " + event));
        return part.in(tx -> tx.payments().add(fact));
    }
}
