package dev.membersync.accelevents.model;

import java.util.stream.Stream;

/**
 * A postal address as registration answers have it (LIVE); each part may be empty.
 *
 * @param line1 street and number
 * @param line2 second line
 * @param city city
 * @param state state or province
 * @param zip postal code
 * @param country country, as the form wants it
 */
public record Address(String line1, String line2, String city, String state, String zip, String country) {
    public Address {
        if (Stream.of(line1, line2, city, state, zip, country).anyMatch(part -> part.contains("|"))) {
            throw new IllegalArgumentException(
                    "a part of an address must not contain a bar, which separates the parts");
        }
    }

    /** The six parts joined with bars, as the vendor's own reader takes them apart. */
    public String text() {
        return String.join("|", line1, line2, city, state, zip, country);
    }

    @Override
    public String toString() {
        return "Address[***]";
    }
}
