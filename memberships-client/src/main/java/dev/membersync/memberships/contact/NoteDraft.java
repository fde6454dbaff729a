package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;

/** A note to write, or what one shall be. Immutable. Source: SPEC, memberships-api.md 2.2. */
public final class NoteDraft {

    private final Terms terms;

    private NoteDraft(Terms terms) {
        this.terms = terms;
    }

    /** A note with this text. */
    public static NoteDraft of(String body) {
        return new NoteDraft(Terms.none().and("body", body));
    }

    /** The user who writes it, by id. */
    public NoteDraft userId(String userId) {
        return new NoteDraft(terms.text("userId", userId));
    }

    /** Its title. */
    public NoteDraft title(String title) {
        return new NoteDraft(terms.and("title", title));
    }

    /** Its colour. */
    public NoteDraft color(String color) {
        return new NoteDraft(terms.and("color", color));
    }

    /** Whether it stays on top. */
    public NoteDraft pinned(boolean pinned) {
        return new NoteDraft(terms.and("pinned", pinned));
    }

    /** A field that this type does not know; maps, lists, texts, numbers and booleans. */
    public NoteDraft extra(String name, Object value) {
        return new NoteDraft(terms.and(Texts.required("name", name), value));
    }

    Terms terms() {
        return terms;
    }

    /** Shows the names of the fields, never what the note says. */
    @Override
    public String toString() {
        return "NoteDraft" + terms;
    }
}
