package dev.membersync.examples.syncapp;

import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakePayment;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.SampleData;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * Two people at the event of the demo.
 *
 * @param fakes both services
 * @param admitted the member who was checked in
 * @param buyer the ticket that a member has bought for himself
 */
record Guests(Fakes fakes, String admitted, FakeTicket buyer) {
    private static final String WORKSHOP = "Workshop Pass";
    private static final BigDecimal BACK = new BigDecimal("9.00");

    static Guests arrive(Fakes fakes, Console console) {
        FakeEvent event = fakes.accelevents().event(SampleData.EVENT);
        FakeTicket first = event.attendees().stream()
                .filter(ticket -> !ticket.answer("Member ID").isEmpty())
                .findFirst()
                .orElseThrow();
        event.checkIn(first.id());
        List<String> holders = event.attendees().stream().map(FakeTicket::email).toList();
        FakeMember member = fakes.memberships().members().all().stream()
                .filter(one -> "inactive".equals(one.status()))
                .filter(one -> one.email() != null && !holders.contains(one.email()))
                .findFirst()
                .orElseThrow();
        long type = event.ticketType(WORKSHOP).orElseThrow().id();
        FakeTicket bought = event.addAttendee(type, "Workshop", "Guest", Objects.requireNonNull(member.email()));
        console.line("  " + first.answer("Member ID") + " is checked in; " + member.userId() + " pays "
                + bought.paid().toPlainString() + " for a " + WORKSHOP);
        return new Guests(fakes, first.answer("Member ID"), bought);
    }

    void refund(Console console) {
        fakes.accelevents().event(SampleData.EVENT).refund(buyer.id(), BACK);
        console.line("  " + BACK.toPlainString() + " of the order " + buyer.orderId() + " are refunded");
    }

    /** What the Memberships API knows by now; true when that is all of it. */
    boolean tell(Tenant tenant, Console console) {
        String state = String.valueOf(
                fakes.memberships().members().find(admitted).orElseThrow().registrationStatus());
        console.line("  the Memberships API knows of " + admitted + ": " + state);
        List<FakePayment> payments = fakes.memberships().payments();
        payments.forEach(payment -> console.line("  and of the payment " + payment.paymentId() + ": "
                + payment.amount().toPlainString() + ", " + payment.status()));
        tenant.engine()
                .reconcile(ZoneOffset.UTC, ReconciliationRules.standard())
                .forEach(report -> report.zeroSums()
                        .forEach((currency, sum) ->
                                console.line("  zero-sum line of the ledger in " + currency + ": " + sum)));
        BigDecimal left = buyer.paid().subtract(BACK);
        return state.equals("checked_in")
                && payments.size() == 1
                && payments.get(0).amount().compareTo(left) == 0;
    }
}
