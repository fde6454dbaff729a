package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.time.Instant;

/** A task to make. Immutable. Source: SPEC, memberships-api.md 2.2. */
public final class TaskDraft {

    private final Terms terms;

    private TaskDraft(Terms terms) {
        this.terms = terms;
    }

    /** A task with this title that is to be done by then. */
    public static TaskDraft of(String title, Instant dueDate) {
        return new TaskDraft(
                Terms.none().text("title", title).and("dueDate", dueDate).and("completed", false));
    }

    /** Its text. */
    public TaskDraft body(String body) {
        return new TaskDraft(terms.and("body", body));
    }

    /** Whether it is done; default: not. */
    public TaskDraft completed(boolean completed) {
        return new TaskDraft(terms.and("completed", completed));
    }

    /** The user who is to do it, by id. */
    public TaskDraft assignedTo(String userId) {
        return new TaskDraft(terms.text("assignedTo", userId));
    }

    /** A field that this type does not know; maps, lists, texts, numbers and booleans. */
    public TaskDraft extra(String name, Object value) {
        return new TaskDraft(terms.and(Texts.required("name", name), value));
    }

    Terms terms() {
        return terms;
    }

    /** Shows the names of the fields, never what the task says. */
    @Override
    public String toString() {
        return "TaskDraft" + terms;
    }
}
