package dev.membersync.accelevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.order.Deletion;
import dev.membersync.accelevents.order.Holder;
import dev.membersync.accelevents.order.NewOrder;
import dev.membersync.accelevents.order.Payment;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.client.Call;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.Safety;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ClientTest {
    private static final String KEY = "s3cr3t-key";
    private static final Answers ADA = new Answers(List.of(new Answer("First Name", "Ada")), List.of());

    private final ScriptedTransport wire = ScriptedTransport.create();

    private EventScope event() {
        return client(AcceleventsDialect.DEFAULT).event("spring summit");
    }

    private AcceleventsClient client(AcceleventsDialect dialect) {
        return AcceleventsClient.builder(Secret.of(KEY))
                .baseUrl(URI.create("https://accelevents.test"))
                .transport(wire)
                .time(ManualTime.at(Instant.parse("2026-03-04T22:06:09Z")))
                .rateBudget(RateBudget.unlimited())
                .dialect(dialect)
                .build();
    }

    private Request sent(String reply, Function<EventScope, Call<?>> call) {
        wire.reply(200, reply);
        call.apply(event()).execute();
        return last();
    }

    private Request last() {
        return wire.requests().get(wire.requests().size() - 1);
    }

    private static String line(Request request) {
        return request.method() + " " + request.uri().getRawPath()
                + (request.uri().getRawQuery() == null
                        ? ""
                        : "?" + request.uri().getRawQuery());
    }

    @Test
    void theKeyTravelsInItsOwnHeaderWithoutPrefix() {
        var request = sent("{\"ticketTypes\":[]}", event -> event.ticketTypes().settings());
        assertThat(request.secrets()).containsOnlyKeys("Key");
        assertThat(request.secrets().get("Key").reveal()).isEqualTo(KEY);
        assertThat(request.headers()).doesNotContainKey("Authorization");
    }

    @Test
    void theDialectMovesTheKeyToAnotherHeader() {
        wire.reply(200, "{\"ticketTypes\":[]}");
        client(AcceleventsDialect.DEFAULT.withKeyHeader("Authorization", "Bearer "))
                .event("e")
                .ticketTypes()
                .settings()
                .execute();
        assertThat(last().secrets().get("Authorization").reveal()).isEqualTo("Bearer " + KEY);
    }

    @Test
    void anUnknownEndpointIsCalledByItsPath() {
        wire.reply(200, "[1]");
        var text = client(AcceleventsDialect.DEFAULT)
                .call("get", "/rest/host/ticketing/e/couponCodes?recurringEventId=1", Safety.READ)
                .execute();
        assertThat(text).isEqualTo("[1]");
        assertThat(line(last())).isEqualTo("GET /rest/host/ticketing/e/couponCodes?recurringEventId=1");
    }

    @Test
    void anUnknownWriteSendsItsBodyAndItsRefusalIsUnderstood() {
        wire.reply(406, "{\"errorCode\":\"4060410\",\"errorMessage\":\"exists\"}");
        var call = client(AcceleventsDialect.DEFAULT)
                .call("POST", "/rest/host/ticketing/e/couponCode", Safety.ONCE_ONLY, Map.of("couponCode", "SPRING"));
        assertThatThrownBy(call::execute).isInstanceOf(RejectedException.class).hasMessageContaining("4060410");
        assertThat(new String(last().body().orElseThrow(), UTF_8)).isEqualTo("{\"couponCode\":\"SPRING\"}");
    }

    @Test
    void anEventIsNamedByItsSlugOnly() {
        var client = client(AcceleventsDialect.DEFAULT);
        for (var url : List.of("", " ", "https://www.accelevents.com/events/e")) {
            assertThatThrownBy(() -> client.event(url)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> client.event("e").occurrence(new OccurrenceId(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathCannotLeadTheKeyToAnotherHost() {
        for (var path : List.of("@elsewhere.test/", ".elsewhere.test/", "//elsewhere.test/", "rest/x")) {
            assertThatThrownBy(() -> client(AcceleventsDialect.DEFAULT).call("GET", path, Safety.READ))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aWrongKeyIsAnAuthExceptionWithTheRemedyAndWithoutTheKey() {
        wire.reply(401, "{\"errorCode\":\"4010101\",\"errorMessage\":\"Not authorised\"}");
        assertThatThrownBy(() -> event().ticketTypes().settings().execute())
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("4010101")
                .hasMessageContaining("API key")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aSuccessThatSaysFailIsARefusal() {
        wire.reply(200, "{\"Type\":\"Fail\",\"Message\":\"No\"}");
        assertThatThrownBy(() -> event().orders()
                        .delete(Deletion.ofOrder(new OrderId(122111)))
                        .execute())
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void anAnswerThatIsNoJsonLeavesTheOutcomeUnknown() {
        wire.reply(200, "<html>welcome</html>");
        assertThatThrownBy(() -> event().orders()
                        .place(new NewOrder(
                                PaymentType.CASH,
                                List.of(new TicketChoice(new TicketTypeId(1), 1, BigDecimal.ZERO, List.of())),
                                ""))
                        .execute())
                .isInstanceOfSatisfying(
                        TransportException.class,
                        lost -> assertThat(lost.outcome()).isEqualTo(TransportException.Outcome.OUTCOME_UNKNOWN));
    }

    @Test
    void aDescriptionShowsKeysAndNoPerson() {
        var payment = new Payment(PaymentType.CASH, true, ADA, List.of(new Holder(new TicketTypeId(145680), ADA)), "");
        var described = event().orders().pay(new OrderId(122111), payment).describe();
        assertThat(described.toString())
                .contains("tickettypeid", "uptodate=true")
                .doesNotContain("Ada", KEY);
        assertThat(wire.requests()).isEmpty();
    }
}
