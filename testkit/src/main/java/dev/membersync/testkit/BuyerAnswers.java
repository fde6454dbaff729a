package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The buyer's answers of an order, and what the console shows of one holder. A write replaces all answers. */
final class BuyerAnswers {
    private final AcceleventsState state;

    BuyerAnswers(AcceleventsState state) {
        this.state = state;
    }

    FakeReply read(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        Map<String, FakeField> asked = new LinkedHashMap<>();
        FormRules.builtIn().forEach(field -> asked.put(field.name(), field));
        order.purchaser().keySet().stream()
                .sorted()
                .forEach(name -> asked.putIfAbsent(name, FakeField.attribute(name)));
        event.office().buyerQuestions().forEach(asked::put);
        List<Object> attributes = new ArrayList<>();
        List<Object> questions = new ArrayList<>();
        asked.forEach((name, field) -> {
            boolean question = event.office().buyerQuestions().containsKey(name);
            String value = order.purchaser().getOrDefault(name, "");
            (question ? questions : attributes).add(HolderAnswers.answer(state.switches(), field, value));
        });
        List<FakeTicket> tickets = event.ticketsOf(order);
        return FakeReply.json(
                200,
                Json.map(
                        "seatNumber",
                        "",
                        "attributes",
                        attributes,
                        "questions",
                        questions,
                        "nestedQuestions",
                        List.of(),
                        "eventTicketingId",
                        tickets.isEmpty() ? null : tickets.get(0).id(),
                        "eventKey",
                        event.url()));
    }

    FakeReply replace(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        JsonObject body = visit.body();
        HolderAnswers.requireAttributes(body);
        Map<String, String> answers = FormRules.purchaser(body, state.switches().pairKey());
        FormRules.requireLimits(answers);
        FormRules.requirePhone(answers);
        event.put(order.answering(answers, visit.now()));
        state.wrote(visit.now(), "buyer-update", event, order);
        return HolderAnswers.success("Purchaser data updated successfully");
    }

    FakeReply summary(Visit visit) {
        EventState event = state.event(visit);
        FakeTicket ticket = event.ticket(visit.number("ticketId"));
        FakeTicketType type = event.type(ticket.typeId());
        return FakeReply.json(
                200,
                Json.map(
                        "firstName", ticket.firstName(),
                        "lastName", ticket.lastName(),
                        "email", ticket.email(),
                        "qty", 1,
                        "ticketType", type.name(),
                        "bundleType", null,
                        "paidAmount", ticket.paid(),
                        "status", Rows.word(state.switches(), ticket.state()),
                        "eventTicketingId", ticket.id(),
                        "isTable", false,
                        "seatNumber", ticket.record().seatNumber(),
                        "dataType", type.dataType(),
                        "blocked", false,
                        "userId", Rows.userId(ticket),
                        "phoneNumber", ticket.answer("Cell Phone"),
                        "isPaidTicket", type.price().signum() > 0,
                        "ccFee", BigDecimal.ZERO,
                        "ticketingFee", BigDecimal.ZERO,
                        "salesTaxFee", BigDecimal.ZERO));
    }
}
