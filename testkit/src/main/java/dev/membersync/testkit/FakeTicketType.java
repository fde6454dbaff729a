package dev.membersync.testkit;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A ticket type of an event.
 *
 * @param id type id
 * @param name display name, which rows of attendees and orders carry
 * @param price unit price in major units; zero makes the type FREE, anything else PAID
 * @param quantity places; held and issued tickets take one each
 * @param details everything else, under the keys of the vendor's host list, such as {@code hidden} and {@code maxTickerPerBuyer}; a whole-document write replaces them
 */
public record FakeTicketType(long id, String name, BigDecimal price, int quantity, Map<String, Object> details) {
    /** Copies the details. */
    public FakeTicketType {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** A type without details. */
    public FakeTicketType(long id, String name, BigDecimal price, int quantity) {
        this(id, name, price, quantity, Map.of());
    }

    /** The same type with one detail more. */
    public FakeTicketType with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(key, value);
        return new FakeTicketType(id, name, price, quantity, more);
    }

    /** The same type, which admits to the virtual event only ({@code 4068011} at the door). */
    public FakeTicketType asVirtualOnly() {
        return with("virtualOnly", true);
    }

    /** The same type, which public views show to the holder of an access code only. */
    public FakeTicketType asHidden() {
        return with("hidden", true);
    }

    /** The same type as an add-on, which needs a ticket in its order ({@code 4060046}). */
    public FakeTicketType asAddOn() {
        return with("dataType", "ADDON");
    }

    /** The same type as a donation: the buyer names the price. */
    public FakeTicketType asDonation() {
        return with("ticketType", "DONATION");
    }

    /** FREE, PAID or DONATION. */
    public String kind() {
        String otherwise = price.signum() == 0 ? "FREE" : "PAID";
        return String.valueOf(details.getOrDefault("ticketType", otherwise));
    }

    boolean is(String key) {
        return Objects.equals(String.valueOf(details.get(key)), "true");
    }

    String dataType() {
        return String.valueOf(details.getOrDefault("dataType", "TICKET"));
    }

    long number(String key, long otherwise) {
        String text = String.valueOf(details.getOrDefault(key, otherwise));
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
