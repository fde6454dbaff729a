package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Recording a payment: {@code paymentId} is a natural key. */
final class MembershipsPayments {
    private static final List<String> FIELDS = List.of("paymentId", "amount", "status", "userId");

    private final MembershipsState state;

    MembershipsPayments(MembershipsState state) {
        this.state = state;
    }

    FakeReply record(Visit visit) {
        FakePayment sent = read(visit);
        state.member(sent.userId());
        FakePayment before = state.payments().get(sent.paymentId());
        if (before == null) {
            state.record(sent);
            return answer(sent);
        }
        boolean changes = state.switches().changesPayments() && before.userId().equals(sent.userId());
        if (changes && !same(before, sent)) {
            state.record(sent);
            return answer(sent);
        }
        if (state.switches().conflictOnRepeatedPayment() || !same(before, sent)) {
            return MembershipsDialect.error(409, "Payment " + sent.paymentId() + " already exists", "Conflict");
        }
        return answer(before);
    }

    private static FakePayment read(Visit visit) {
        JsonObject body = visit.body();
        List<String> problems = new ArrayList<>();
        for (String key : new TreeSet<>(body.keys())) {
            if (!FIELDS.contains(key)) {
                problems.add("property " + key + " should not exist");
            }
        }
        for (String field : FIELDS) {
            if (field.equals("amount")) {
                if (!body.isNumber(field) || body.decimal(field).isEmpty()) {
                    problems.add("amount must be a number");
                }
            } else if (!body.isText(field)) {
                problems.add(field + " must be a string");
            } else if (body.text(field, "").isEmpty()) {
                problems.add(field + " should not be empty");
            }
        }
        if (!problems.isEmpty()) {
            throw MembershipsDialect.invalid(problems);
        }
        BigDecimal amount = body.decimal("amount").orElse(BigDecimal.ZERO);
        return new FakePayment(
                body.text("paymentId", ""), amount, body.text("status", ""), body.text("userId", ""), visit.now());
    }

    private static boolean same(FakePayment one, FakePayment other) {
        return one.amount().compareTo(other.amount()) == 0
                && one.status().equals(other.status())
                && one.userId().equals(other.userId());
    }

    private static FakeReply answer(FakePayment payment) {
        return FakeReply.json(
                201,
                Json.map(
                        "paymentId", payment.paymentId(),
                        "amount", payment.amount(),
                        "status", payment.status(),
                        "userId", payment.userId()));
    }
}
