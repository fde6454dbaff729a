package dev.membersync.memberships.contact;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Wire;
import java.util.Map;

/** The tasks about one contact. Thread-safe; calls fail as {@link Call} says. Source: SPEC, memberships-api.md 2.2. */
public final class ContactTasks {

    private static final String CONTACT = "contactId";
    private static final String TASK = "taskId";

    private final Wire wire;
    private final String contactId;

    ContactTasks(Wire wire, String contactId) {
        this.wire = wire;
        this.contactId = contactId;
    }

    /** All tasks: {@code GET /contacts/{contactId}/tasks} (SPEC). */
    public Paged<Task> list() {
        return wire.list(Listing.of("tasks.list", Task::read, Task::id).path(CONTACT, contactId));
    }

    /** One task: {@code GET /contacts/{contactId}/tasks/{taskId}} (SPEC). */
    public Call<Task> task(String taskId) {
        return call("tasks.get").path(TASK, taskId).reader(wire.one("tasks.get", Task::read));
    }

    /** Makes a task: {@code POST /contacts/{contactId}/tasks} (SPEC), sent once only. */
    public Call<Task> create(TaskDraft draft) {
        return call("tasks.create").json(draft.terms().map()).reader(wire.one("tasks.create", Task::read));
    }

    /**
     * Changes a task: {@code PUT /contacts/{contactId}/tasks/{taskId}} (SPEC).
     *
     * @throws IllegalArgumentException when the update changes nothing
     */
    public Call<Task> update(String taskId, TaskUpdate update) {
        if (update.terms().names().isEmpty()) {
            throw new IllegalArgumentException("the update changes nothing");
        }
        return call("tasks.update")
                .path(TASK, taskId)
                .json(update.terms().map())
                .reader(wire.one("tasks.update", Task::read));
    }

    /** Says whether a task is done: {@code PUT /contacts/{contactId}/tasks/{taskId}/completed} (SPEC). */
    public Call<Task> complete(String taskId, boolean completed) {
        return call("tasks.complete")
                .path(TASK, taskId)
                .json(Map.of("completed", completed))
                .reader(wire.one("tasks.complete", Task::read));
    }

    /** Deletes a task: {@code DELETE /contacts/{contactId}/tasks/{taskId}} (SPEC). */
    public Call<Void> delete(String taskId) {
        return call("tasks.delete").path(TASK, taskId).ignoringBody();
    }

    private CallBuilder call(String operation) {
        return wire.call(operation).path(CONTACT, contactId);
    }
}
