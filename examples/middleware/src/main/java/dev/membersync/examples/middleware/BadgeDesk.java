package dev.membersync.examples.middleware;

import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;

// snippet: mapper
/** Which desk hands out the badge, by the first letter of the last name. */
public final class BadgeDesk {
    private BadgeDesk() {}

    /** The field: {@code answer(Badge desk)}. */
    public static FieldMapper field() {
        return Fields.answer("Badge desk", BadgeDesk::of);
    }

    private static Value of(Member member) {
        return member.fullName().map(name -> {
            char first = Character.toUpperCase(name.charAt(name.lastIndexOf(' ') + 1));
            return first < 'A' || first > 'Z' ? "Help desk" : first < 'N' ? "Desk A to M" : "Desk N to Z";
        });
    }
}
// end
