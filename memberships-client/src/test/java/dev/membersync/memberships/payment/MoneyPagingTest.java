package dev.membersync.memberships.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.Operation;
import dev.membersync.client.error.PagingException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.Safety;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.invoice.Invoice;
import dev.membersync.memberships.invoice.InvoiceQuery;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.profile.Paging;
import dev.membersync.memberships.user.StaffUser;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists of money go on, and what is refused about payments. */
class MoneyPagingTest {

    private static final MembershipsProfile TWO_ROWS = MembershipsProfile.HIGHLEVEL.toBuilder()
            .paged("orders.list", Paging.limitAndOffset(2))
            .paged("invoices.list", Paging.limitAndOffset(2))
            .paged("users.byEmail", Paging.skipAndLimit(2))
            .build();

    private final ScriptedTransport transport = ScriptedTransport.create();
    private final MembershipsClient client = Scripts.highLevel(transport, TWO_ROWS);

    @Test
    void ordersGoOnByOffsetUntilTheTotal() {
        transport
                .reply(200, "{\"data\":[{\"_id\":\"o1\"},{\"_id\":\"o2\"}],\"totalCount\":3}")
                .reply(200, "{\"data\":[{\"_id\":\"o3\"}],\"totalCount\":3}");
        assertThat(client.orders().list(OrderQuery.all())).extracting(Order::id).containsExactly("o1", "o2", "o3");
        assertThat(targets())
                .containsExactly(
                        "GET /payments/orders?altId=loc1&limit=2&offset=0",
                        "GET /payments/orders?altId=loc1&limit=2&offset=2");
    }

    @Test
    void invoicesWithoutATotalGoOnUntilAShortPage() {
        transport
                .reply(200, "{\"invoices\":[{\"_id\":\"i1\"},{\"_id\":\"i2\"}]}")
                .reply(200, "{\"invoices\":[]}");
        assertThat(client.invoices().list(InvoiceQuery.all()))
                .extracting(Invoice::id)
                .containsExactly("i1", "i2");
        assertThat(targets().get(1)).isEqualTo("GET /invoices/?altId=loc1&altType=location&limit=2&offset=2");
    }

    @Test
    void staffByAddressGoesOnWithTextsInTheBody() {
        transport
                .reply(200, "{\"users\":[{\"id\":\"u1\"},{\"id\":\"u2\"}],\"count\":3}")
                .reply(200, "{\"users\":[{\"id\":\"u3\"}],\"count\":3}");
        assertThat(client.users().byEmail(List.of("a@x.example")))
                .extracting(StaffUser::id)
                .containsExactly("u1", "u2", "u3");
        assertThat(Scripts.body(transport.requests().get(1))).contains("\"skip\":\"2\"", "\"limit\":\"2\"");
    }

    @Test
    void aListThatEndsBeforeItsTotalIsIncomplete() {
        transport
                .reply(200, "{\"data\":[{\"_id\":\"o1\"},{\"_id\":\"o2\"}],\"totalCount\":5}")
                .reply(200, "{\"data\":[],\"totalCount\":5}");
        var orders = client.orders().list(OrderQuery.all());
        assertThatThrownBy(() -> orders.forEach(order -> {})).isInstanceOf(PagingException.class);
    }

    @Test
    void anOrderWithoutAnIdFailsThePage() {
        transport.reply(200, "{\"data\":[{\"_id\":\"o1\"},{\"amount\":5}]}");
        var orders = client.orders().list(OrderQuery.all());
        assertThatThrownBy(() -> orders.forEach(order -> {}))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("an order without an id");
    }

    @Test
    void onHighLevelAPaymentIsRecordedOnSomething() {
        var draft = new PaymentDraft("p-1", BigDecimal.ONE, PaymentStatus.PAID, "u1");
        assertThatThrownBy(() -> client.payments().record(draft))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("orders().recordPayment")
                .hasMessageContaining("invoices().recordPayment");
    }

    @Test
    void aPaymentThatIsDeniedIsAFailure() {
        transport.reply(200, "{\"success\":false,\"message\":\"no\"}");
        var call = client.orders().recordPayment("o1", OrderPayment.cash());
        assertThatThrownBy(call::execute)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("orders.recordPayment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.00001"})
    void moneyThatNobodyPaidIsRefused(String amount) {
        assertThatThrownBy(() -> OrderPayment.cash().amount(new BigDecimal(amount)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatMakesSomethingNewIsNeverRepeated() {
        assertThat(MembershipsProfile.HIGHLEVEL.operations().stream()
                        .filter(row -> row.id()
                                .matches("(users|coupons|invoices|prices)\\.create|.*\\.recordPayment"
                                        + "|orders\\.fulfil|invoices\\.send|courses\\.import"))
                        .toList())
                .hasSize(9)
                .extracting(Operation::safety)
                .containsOnly(Safety.ONCE_ONLY);
    }

    private List<String> targets() {
        return transport.requests().stream().map(Scripts::target).toList();
    }
}
