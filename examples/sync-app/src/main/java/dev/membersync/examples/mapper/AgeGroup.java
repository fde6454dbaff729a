package dev.membersync.examples.mapper;

import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;

// snippet: mapper
/** The age group that the form asks for, from the year of birth that the account keeps. */
public final class AgeGroup {
    private AgeGroup() {}

    /** The field: {@code answer(Age group)}. */
    public static FieldMapper field() {
        return Fields.answer("Age group", AgeGroup::of);
    }

    private static Value of(Member member) {
        return member.field("birthYear").map(year -> Integer.parseInt(year) > 2007 ? "junior" : "adult");
    }
}
// end
