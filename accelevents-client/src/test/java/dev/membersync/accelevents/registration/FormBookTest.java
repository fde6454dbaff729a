package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.form.HolderForm;
import dev.membersync.accelevents.form.OrderForm;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.client.Call;
import dev.membersync.client.CallDescription;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.http.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which form of an order belongs to which ticket type. */
class FormBookTest {
    private static final TicketTypeId GENERAL = new TicketTypeId(1);
    private static final TicketTypeId VIP = new TicketTypeId(2);
    private static final OrderId ORDER = new OrderId(9);

    private int reads;

    private static HolderForm holder(String label, Map<String, Object> extra) {
        var field = new FormField(label, FieldType.TEXT, false, List.of(), extra);
        return new HolderForm(List.of(), List.of(field), List.of(), Map.of());
    }

    private static HolderForm of(TicketTypeId type, String label) {
        return holder(label, Map.of("eventTicketTypeId", type.value()));
    }

    private FormBook book(HolderForm... holders) {
        var form = new OrderForm(
                ORDER, List.of(), List.of(), true, List.of(holders), Optional.empty(), OptionalLong.empty(), Map.of());
        return new FormBook(orderId -> answering(form), answering(null));
    }

    private <T> Call<T> answering(T value) {
        return new Call<>() {
            @Override
            public T execute() {
                reads++;
                return value;
            }

            @Override
            public CompletableFuture<T> executeAsync() {
                return CompletableFuture.completedFuture(execute());
            }

            @Override
            public Call<Reply> raw() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Call<T> with(RequestOptions options) {
                return this;
            }

            @Override
            public CallDescription describe() {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Map<TicketTypeId, Integer> tickets(int general, int vip) {
        var quantities = new LinkedHashMap<TicketTypeId, Integer>();
        quantities.put(GENERAL, general);
        quantities.put(VIP, vip);
        return quantities;
    }

    @Test
    void theFieldsSayWhichTypeAsksThemAndTheirOrderIsKept() {
        var asked =
                book(of(VIP, "Badge"), of(GENERAL, "Diet"), of(GENERAL, "Diet")).of(tickets(2, 1), ORDER);
        assertThat(asked.order()).containsExactly(VIP, GENERAL, GENERAL);
        assertThat(asked.forms().get(VIP).holderLabels()).containsExactly("Badge");
        assertThat(asked.forms().get(GENERAL).holderLabels()).containsExactly("Diet");
    }

    @Test
    void withoutSuchAWordTheTicketsStandAsTheOrderNamedThem() {
        var asked = book(holder("Diet", Map.of()), holder("Badge", Map.of())).of(tickets(1, 1), ORDER);
        assertThat(asked.forms().get(VIP).holderLabels()).containsExactly("Badge");
    }

    @Test
    void aFormThatDoesNotTellTheTypesApartIsNotGuessedAt() {
        var book = book(holder("Diet", Map.of()));
        assertThatThrownBy(() -> book.of(tickets(1, 1), ORDER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order 9");
        assertThat(book.known(GENERAL)).isEmpty();
    }

    @Test
    void formsThatAreKnownAreSharedByAnyOrder() {
        var book = book(of(GENERAL, "Diet"), of(VIP, "Badge"));
        book.of(tickets(1, 1), ORDER);
        book.of(Map.of(VIP, 3), new OrderId(10));
        assertThat(reads).isEqualTo(1);
    }
}
