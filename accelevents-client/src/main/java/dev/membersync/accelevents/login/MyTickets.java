package dev.membersync.accelevents.login;

import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.client.Call;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import java.util.List;

/** The orders of the person whose session the client carries; an API key reads none of them (DOC). Safe for many threads. */
public final class MyTickets {
    private final Wire wire;

    /** The orders of whoever signed in. */
    @SuppressWarnings("exports") // made by the client alone
    public MyTickets(Wire wire) {
        this.wire = wire;
    }

    /** One own order. Safety READ. Source: R:get-ticket-order-detail-by-order-id (DOC). */
    public Call<MyOrder> order(OrderId orderId) {
        return wire.call("myTickets.order")
                .path("orderId", orderId)
                .reader(body -> Json.row(body, List.of("data"), row -> order(orderId, row)));
    }

    /** The own answers as buyer. Safety READ. Source: R:get-ticket-purchase-detail-by-order-id (DOC). */
    public Call<HolderSheet> buyer(OrderId orderId) {
        return wire.call("myTickets.buyer").path("orderId", orderId).reader(HolderSheet::read);
    }

    private static MyOrder order(OrderId asked, Fields row) {
        return new MyOrder(
                Ids.known(row, OrderId::new, "ticketOrderNumber", "orderId").orElse(asked),
                text(row, "eventName"),
                text(row, "eventUrl"),
                WireTime.read(text(row, "eventStartDate"), WireTime.EVENT),
                WireTime.read(text(row, "eventEndDate"), WireTime.EVENT),
                row.decimal("ticketOrderAmount"),
                text(row, "currency"),
                row.rest());
    }

    private static String text(Fields row, String name) {
        return row.text(name).orElse("");
    }
}
