package dev.membersync.accelevents;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.order.NewOrder;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.RateBudget;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverHttpTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final NewOrder ORDER = new NewOrder(
            PaymentType.CASH,
            List.of(new TicketChoice(new TicketTypeId(145680), 1, new BigDecimal("0.00"), List.of())),
            "note");

    private AcceleventsClient client;

    @BeforeEach
    void open() {
        client = AcceleventsClient.builder(Secret.of("s3cr3t-key"))
                .baseUrl(URI.create(SERVER.baseUrl()))
                .rateBudget(RateBudget.unlimited())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void jsonIsReadWhateverItsContentType() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse().withHeader("Content-Type", "text/plain").withBody("{\"orderId\":122111}")));
        assertThat(client.event("e").orders().place(ORDER).execute()).isEqualTo(new OrderId(122111));
        SERVER.verify(postRequestedFor(urlPathEqualTo("/rest/events/e/staff/ticketing/order"))
                .withHeader("Key", equalTo("s3cr3t-key"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("{\"paymentType\":\"CASH\",\"note\":\"note\"}", true, true)));
    }

    @Test
    void aBusinessRuleTravelsAsStatus406() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(406)
                        .withBody("{\"errorCode\":\"4060517\",\"errorMessage\":\"No tickets available\"}")));
        assertThatThrownBy(() -> client.event("e").orders().place(ORDER).execute())
                .isInstanceOf(RejectedException.class)
                .hasMessageContainingAll("orders.place", "406", "4060517", "no tickets are available");
    }

    @Test
    void anOrderWhoseConnectionBreaksIsSentOnceAndItsOutcomeIsUnknown() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> client.event("e").orders().place(ORDER).execute())
                .isInstanceOfSatisfying(
                        TransportException.class,
                        lost -> assertThat(lost.outcome()).isEqualTo(TransportException.Outcome.OUTCOME_UNKNOWN));
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/rest/events/e/staff/ticketing/order")));
    }

    @Test
    void theSearchTimeArrivesDecodedMonthFirst() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"orders\":[],\"recordsFiltered\":0}")));
        assertThat(client.event("e").orders().list(java.time.Instant.parse("2026-03-04T17:06:09Z")))
                .isEmpty();
        SERVER.verify(getRequestedFor(urlPathEqualTo("/rest/events/e/staff/orders"))
                .withQueryParam("searchTimeStamp", equalTo("03/04/2026 17:06:09"))
                .withQueryParam("page", equalTo("0")));
    }
}
