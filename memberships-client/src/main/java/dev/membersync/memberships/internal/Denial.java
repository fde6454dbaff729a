package dev.membersync.memberships.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a 403 of this vendor is about (LIVE, memberships-api.md 4.2), in the order in which the kinds are looked for. */
enum Denial {
    /** Another location, or none was named. */
    LOCATION(
            "access to this location",
            "check the location id: the key belongs to another location, or the app is not installed in this one"),
    /** A route of the agency, asked with a key of a location. */
    RESOURCE("forbidden resource", "this needs a key of the agency (company level), not one of a location"),
    /** The account has not bought it. */
    PLAN("\\bplan\\b|upgrade|subscription", "the plan of the account does not include this: change the plan"),
    /** Whatever else: the empty pattern is in every text. */
    OTHER("", "the key may not do this: check the account it belongs to and the plan of that account");

    private final Pattern marks;
    private final String remedy;

    Denial(String marks, String remedy) {
        this.marks = Pattern.compile(marks);
        this.remedy = remedy;
    }

    static Denial of(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        for (Denial denial : values()) {
            if (denial.marks.matcher(text).find()) {
                return denial;
            }
        }
        return OTHER;
    }

    String remedy() {
        return remedy;
    }
}
