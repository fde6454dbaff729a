package dev.membersync.accelevents.login;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.WireTime;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * An order as its buyer sees it.
 *
 * @param orderId the order
 * @param eventName the event's name
 * @param eventUrl the event's address
 * @param starts the event's beginning, in its time zone
 * @param ends the event's end, in its time zone
 * @param amount what was paid, in major units; empty when the reply does not say
 * @param currency the currency as it came
 * @param extra every other field, the holders' answers among them
 */
public record MyOrder(
        OrderId orderId,
        String eventName,
        String eventUrl,
        WireTime starts,
        WireTime ends,
        Optional<BigDecimal> amount,
        String currency,
        Map<String, Object> extra) {
    public MyOrder {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "MyOrder[" + orderId + "]";
    }
}
