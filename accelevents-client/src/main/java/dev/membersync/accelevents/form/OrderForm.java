package dev.membersync.accelevents.form;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.value.Extras;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The registration form of an open order.
 *
 * @param orderId the order
 * @param buyerAttributes the built-in fields of the buyer, {@code buyerInformationFields}
 * @param buyerQuestions the organiser's own fields for the buyer
 * @param describesHolders whether each holder must be described, {@code hasHolderAttributes} (OLD); true when the reply does not say
 * @param holders one form per ticket, in the order of the reply
 * @param purchaser what the public checkout knows of the buyer; empty in the form that staff see
 * @param remainingSeconds life left of the hold (OLD); empty when the reply does not say
 * @param extra every other field of the reply
 */
public record OrderForm(
        OrderId orderId,
        List<FormField> buyerAttributes,
        List<FormField> buyerQuestions,
        boolean describesHolders,
        List<HolderForm> holders,
        Optional<PurchaserDetail> purchaser,
        OptionalLong remainingSeconds,
        Map<String, Object> extra) {
    public OrderForm {
        buyerAttributes = List.copyOf(buyerAttributes);
        buyerQuestions = List.copyOf(buyerQuestions);
        holders = List.copyOf(holders);
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "OrderForm[" + orderId + ", " + holders.size() + " holders]";
    }
}
