package dev.membersync.memberships;

import dev.membersync.client.internal.Texts;

/**
 * What makes a contact a member, on profiles whose members are contacts. There is no default: without a rule every lead
 * of the account would be taken for a member.
 */
public sealed interface MemberRule {

    /**
     * Contacts with this tag are members. Compared without regard to case, because the vendor stores tags in lower case
     * (INFER).
     */
    record Tag(String name) implements MemberRule {
        /** Refuses a blank tag. */
        public Tag {
            Texts.required("tag", name);
        }
    }

    /**
     * Contacts whose custom field has this value, or has it among others, are members. Letter case counts.
     *
     * @param field the key of the field, with or without {@code contact.}, or its id
     * @param value the value
     */
    record Field(String field, String value) implements MemberRule {
        /** Refuses a blank field or value. */
        public Field {
            Texts.required("field", field);
            Texts.required("value", value);
        }
    }

    /** Contacts with this tag are members. */
    static MemberRule tag(String name) {
        return new Tag(name);
    }

    /** Contacts whose custom field has this value are members. */
    static MemberRule field(String field, String value) {
        return new Field(field, value);
    }
}
