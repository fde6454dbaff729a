package dev.membersync.accelevents.order;

import dev.membersync.accelevents.model.Answers;
import java.util.List;

/**
 * The last step of a registration: who the tickets are for and how the order is paid.
 *
 * @param type how it is paid
 * @param describesHolders what the form said about holder attributes
 * @param buyer the answers of the buyer, whom the vendor mails (DOC)
 * @param holders one per ticket, in the order of the form
 * @param cardToken the token of a card payment; empty for all others
 */
public record Payment(
        PaymentType type, boolean describesHolders, Answers buyer, List<Holder> holders, String cardToken) {
    public Payment {
        holders = List.copyOf(holders);
    }

    @Override
    public String toString() {
        return "Payment[" + type.value() + ", " + holders.size() + " holders]";
    }
}
