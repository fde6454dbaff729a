package dev.membersync.memberships.contact;

import dev.membersync.client.Change;
import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.time.Instant;

/** What to change about a task: what is not named is kept. Immutable. Source: SPEC, memberships-api.md 2.2. */
public final class TaskUpdate {

    private final Terms terms;

    private TaskUpdate(Terms terms) {
        this.terms = terms;
    }

    /** An update that changes nothing yet. */
    public static TaskUpdate empty() {
        return new TaskUpdate(Terms.none());
    }

    /** Its title. */
    public TaskUpdate title(String title) {
        return new TaskUpdate(terms.text("title", title));
    }

    /** Its text. */
    public TaskUpdate body(Change<String> body) {
        return new TaskUpdate(terms.change("body", body));
    }

    /** By when it is to be done. */
    public TaskUpdate dueDate(Instant dueDate) {
        return new TaskUpdate(terms.and("dueDate", dueDate));
    }

    /** Whether it is done. */
    public TaskUpdate completed(boolean completed) {
        return new TaskUpdate(terms.and("completed", completed));
    }

    /** The user who is to do it, by id. */
    public TaskUpdate assignedTo(Change<String> userId) {
        return new TaskUpdate(terms.change("assignedTo", userId));
    }

    /** A field that this type does not know; maps, lists, texts, numbers and booleans. */
    public TaskUpdate extra(String name, Change<?> change) {
        return new TaskUpdate(terms.change(Texts.required("name", name), change));
    }

    Terms terms() {
        return terms;
    }

    /** Shows the names of the fields, never what the task says. */
    @Override
    public String toString() {
        return "TaskUpdate" + terms;
    }
}
