package dev.membersync.memberships.product;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.math.BigDecimal;
import java.util.List;

/**
 * A price to make, or what one shall be; begin with how it is charged. Amounts are in major units and go out as exactly
 * these decimal numbers. Immutable. Source: SPEC, memberships-api.md 2.5.
 */
public final class PriceDraft {

    private final Terms terms;

    private PriceDraft(Terms terms) {
        this.terms = terms;
    }

    /** Charged once. */
    public static PriceDraft oneTime(String name, String currency, BigDecimal amount) {
        return of(name, "one_time", currency, amount);
    }

    /** Charged again and again. */
    public static PriceDraft recurring(String name, String currency, BigDecimal amount, Recurrence recurrence) {
        return new PriceDraft(of(name, "recurring", currency, amount).terms.and("recurring", recurrence.terms()));
    }

    /** What it is. */
    public PriceDraft description(String text) {
        return new PriceDraft(terms.and("description", text));
    }

    /** The offers of memberships that it grants; they replace those it has. */
    public PriceDraft membershipOffers(List<MembershipOffer> offers) {
        return new PriceDraft(terms.and(
                "membershipOffers", offers.stream().map(MembershipOffer::terms).toList()));
    }

    /** How many days are free at first. */
    public PriceDraft trialDays(int days) {
        return new PriceDraft(terms.and("trialPeriod", days));
    }

    /** How often it is charged in all. */
    public PriceDraft totalCycles(int times) {
        return new PriceDraft(terms.and("totalCycles", times));
    }

    /** What is charged once at first. */
    public PriceDraft setupFee(BigDecimal amount) {
        return new PriceDraft(terms.money("setupFee", amount));
    }

    /** The price that it is shown to have been. */
    public PriceDraft compareAtPrice(BigDecimal amount) {
        return new PriceDraft(terms.money("compareAtPrice", amount));
    }

    /**
     * A field that this type does not know: {@code variantOptionIds}, {@code userId}, {@code meta}, {@code
     * trackInventory}, {@code availableQuantity}, {@code allowOutOfStockPurchases}, {@code sku}, {@code shippingOptions},
     * {@code isDigitalProduct}, {@code digitalDelivery}. The vendor refuses names that it does not know.
     */
    public PriceDraft extra(String name, Object value) {
        return new PriceDraft(terms.and(Texts.required("name", name), value));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "PriceDraft" + terms;
    }

    private static PriceDraft of(String name, String type, String currency, BigDecimal amount) {
        return new PriceDraft(Terms.none()
                .text("name", name)
                .and("type", type)
                .text("currency", currency)
                .money("amount", amount));
    }
}
