package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.order.NewOrder;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.client.Call;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What calls make of one scripted refusal. */
final class Refusal {
    private Refusal() {}

    /** Retried as the client does by default: a request that is sent again finds no reply and fails the test. */
    static ApiException ofRead(Reply reply) {
        return of(reply, builder -> {}, event -> event.ticketTypes().settings());
    }

    /** No error body holds an order id, so that not even one within a 200 can pass for a success. */
    static ApiException ofOrder(Reply reply) {
        var ticket = new TicketChoice(new TicketTypeId(145680), 1, new BigDecimal("0.00"), List.of());
        return of(
                reply,
                builder -> builder.retry(RetryPolicy.none()),
                event -> event.orders().place(new NewOrder(PaymentType.CASH, List.of(ticket), "")));
    }

    private static ApiException of(
            Reply reply, Consumer<AcceleventsClient.Builder> setting, Function<EventScope, Call<?>> call) {
        var builder = AcceleventsClient.builder(Secret.of("s3cr3t-key"))
                .baseUrl(URI.create("https://accelevents.test"))
                .transport(ScriptedTransport.create().reply(reply))
                .time(ManualTime.create())
                .rateBudget(RateBudget.unlimited());
        setting.accept(builder);
        var client = builder.build();
        return catchThrowableOfType(ApiException.class, call.apply(client.event("spring-summit"))::execute);
    }
}
