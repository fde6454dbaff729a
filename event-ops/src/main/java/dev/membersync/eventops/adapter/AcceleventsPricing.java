package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.discount.DiscountCode;
import dev.membersync.accelevents.ticket.TicketType;
import dev.membersync.eventops.pricing.ObjectKind;
import dev.membersync.eventops.pricing.ObjectRef;
import dev.membersync.eventops.pricing.PricingSide;
import dev.membersync.eventops.pricing.SideException;
import dev.membersync.eventops.pricing.Terms;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The Accelevents side of pricing: discount codes by their documented calls, access codes and the document of ticket types
 * by calls that no page shows. Thread-safe.
 */
public final class AcceleventsPricing implements PricingSide {
    private final EventScope event;
    private final ZoneId zone;
    private final String currency;
    private final BiFunction<String, Terms, Map<String, Object>> accessBody;

    private AcceleventsPricing(
            EventScope event, ZoneId zone, String currency, BiFunction<String, Terms, Map<String, Object>> accessBody) {
        this.event = event;
        this.zone = zone;
        this.currency = currency;
        this.accessBody = accessBody;
    }

    /** An event in its zone, whose prices are in this currency (ISO 4217). */
    public static AcceleventsPricing of(EventScope event, ZoneId zone, String currency) {
        return new AcceleventsPricing(event, zone, currency, AcceleventsPricing::guessed);
    }

    /**
     * The same, with another body for access codes: a function of word and terms. The vendor shows none; by default it is
     * {@code code} and {@code eventTicketTypeId}, as discount codes name theirs (INFER). Take it from the console's own call.
     */
    public AcceleventsPricing withAccessBody(BiFunction<String, Terms, Map<String, Object>> body) {
        return new AcceleventsPricing(event, zone, currency, body);
    }

    private static Map<String, Object> guessed(String word, Terms terms) {
        return Map.of("code", word, "eventTicketTypeId", terms.text("classes").orElse(""));
    }

    @Override
    public Optional<Terms> read(ObjectRef object) {
        return PricingFailures.told(() -> switch (object.kind()) {
            case CLASSES -> Optional.of(rows().terms());
            case DISCOUNT -> discount(object.id()).map(DiscountTerms::of);
            case ACCESS -> opened(object.id());
            default -> throw foreign(object);
        });
    }

    @Override
    public void write(ObjectRef object, Optional<Terms> before, Terms after) {
        PricingFailures.told(() -> switch (object.kind()) {
            case CLASSES -> save(object, before.orElse(Terms.none()), after);
            case DISCOUNT -> write(object.id(), before.isEmpty(), after);
            case ACCESS ->
                before.isEmpty()
                        ? event.accessCodes()
                                .create(accessBody.apply(object.id(), after))
                                .execute()
                        : event.accessCodes()
                                .update(accessBody.apply(object.id(), after))
                                .execute();
            default -> throw foreign(object);
        });
    }

    @Override
    public void remove(ObjectRef object) {
        if (object.kind() != ObjectKind.DISCOUNT) {
            throw SideException.refused("no call deletes " + object, null);
        }
        PricingFailures.told(() -> {
            Optional<DiscountCode> code = discount(object.id());
            code.ifPresent(listed -> event.discountCodes().delete(listed).execute());
            return code.isPresent();
        });
    }

    /** The document is read just before, so that little of what others change is overwritten; the vendor checks no version. */
    private Object save(ObjectRef object, Terms before, Terms after) {
        TypeRows rows = rows();
        if (!rows.terms().meet(before)) {
            throw SideException.refused(object + " changed between the look and the write", null);
        }
        return event.ticketTypes().save(rows.with(after)).execute();
    }

    private Object write(String word, boolean fresh, Terms after) {
        if (fresh) {
            return event.discountCodes()
                    .create(DiscountTerms.created(word, after))
                    .execute();
        }
        DiscountCode code = discount(word)
                .orElseThrow(() -> SideException.refused("the discount code is not there any more", null));
        return event.discountCodes()
                .update(code, DiscountTerms.edited(code, after))
                .execute();
    }

    private TypeRows rows() {
        return new TypeRows(event.ticketTypes().list().execute(), zone, currency);
    }

    private Optional<DiscountCode> discount(String word) {
        return event.discountCodes().list().execute().stream()
                .filter(code -> code.code().equalsIgnoreCase(word))
                .findFirst();
    }

    /**
     * No call lists access codes; what a code opens is what buyers see with it and not without. A code for classes that are
     * not hidden cannot be told from none.
     */
    private Optional<Terms> opened(String word) {
        Set<String> with = visible(word);
        with.removeAll(visible(""));
        return with.isEmpty() ? Optional.empty() : Optional.of(Terms.of("classes", String.join(",", with)));
    }

    private Set<String> visible(String word) {
        return event.ticketTypes().forBuyers(word).execute().types().stream()
                .map(TicketType::id)
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SideException foreign(ObjectRef object) {
        return SideException.refused(object + " is not at Accelevents", null);
    }
}
