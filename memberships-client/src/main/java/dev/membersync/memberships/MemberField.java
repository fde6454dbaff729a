package dev.membersync.memberships;

import dev.membersync.client.internal.Texts;

/** Where a contact keeps something that a member has and a contact has not. */
public sealed interface MemberField {

    /**
     * A custom field.
     *
     * @param key the key of the field, with or without {@code contact.}, or its id
     */
    record Custom(String key) implements MemberField {
        /** Refuses a blank key. */
        public Custom {
            Texts.required("key", key);
        }
    }

    /**
     * A tag that begins with this text, without regard to case; the rest of the tag is the value, unless it is blank. Of
     * several the last one in the vendor's order counts: new tags are appended (INFER), and an update adds the new one
     * before it removes the old. Tags are stored in lower case (INFER), and so are such values.
     */
    record TagPrefix(String prefix) implements MemberField {
        /** Refuses a blank prefix. */
        public TagPrefix {
            Texts.required("prefix", prefix);
        }

        boolean begins(String tag) {
            return tag.regionMatches(true, 0, prefix, 0, prefix.length());
        }

        String rest(String tag) {
            return tag.substring(prefix.length());
        }
    }

    /** A custom field. */
    static MemberField custom(String key) {
        return new Custom(key);
    }

    /** A tag that begins with this text. */
    static MemberField tagPrefix(String prefix) {
        return new TagPrefix(prefix);
    }

    /**
     * Reads {@code field:membership_plan} or {@code tag:plan-}; blanks around the parts do not count.
     *
     * @throws IllegalArgumentException when it is neither, or nothing follows
     */
    static MemberField parse(String text) {
        int colon = text.indexOf(':');
        String kind = text.substring(0, Math.max(0, colon)).strip();
        String name = text.substring(colon + 1).strip();
        if (kind.equals("field") && !name.isEmpty()) {
            return custom(name);
        }
        if (kind.equals("tag") && !name.isEmpty()) {
            return tagPrefix(name);
        }
        throw new IllegalArgumentException("not a place for something about a member: \"" + text
                + "\"; write field: and the key of a custom field, such as \"field:membership_plan\", or tag: and what"
                + " the tag begins with, such as \"tag:plan-\"");
    }
}
