package dev.membersync.testkit;

import java.math.BigDecimal;

/**
 * A ticket type of an event.
 *
 * @param id type id
 * @param name display name, which rows of attendees and orders carry
 * @param price unit price in major units; zero makes the type FREE, anything else PAID
 * @param quantity places; held and issued tickets take one each
 */
public record FakeTicketType(long id, String name, BigDecimal price, int quantity) {
    /** FREE or PAID. */
    public String kind() {
        return price.signum() == 0 ? "FREE" : "PAID";
    }
}
