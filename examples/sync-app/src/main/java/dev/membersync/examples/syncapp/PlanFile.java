package dev.membersync.examples.syncapp;

import dev.membersync.examples.syncapp.internal.JsonText;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncPlan.WorkflowPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code plan --json} writes, read back. */
final class PlanFile {
    private PlanFile() {}

    /** @throws AppException when the file is no plan */
    static SyncPlan read(String name) {
        try {
            Map<String, Object> json = JsonText.read(Files.readString(Path.of(name)));
            List<?> workflows = json.get("workflows") instanceof List<?> several ? several : List.of(json);
            return new SyncPlan(workflows.stream().map(PlanFile::workflow).toList());
        } catch (IOException | InvalidPathException e) {
            throw AppException.usage("--plan takes a file that plan --json wrote; this one cannot be read");
        } catch (IllegalArgumentException e) {
            throw AppException.usage("--plan takes a file that plan --json wrote; this one is no plan");
        }
    }

    private static WorkflowPlan workflow(Object json) {
        Map<?, ?> plan = object(json);
        return WorkflowPlan.of(
                text(plan, "workflow"),
                text(plan, "event"),
                text(plan, "digest"),
                text(plan, "scope"),
                text(plan, "mapping"),
                list(plan, "operations").stream().map(PlanFile::operation).toList());
    }

    private static PlannedOperation operation(Object json) {
        Map<?, ?> operation = object(json);
        return new PlannedOperation(
                text(operation, "kind"),
                text(operation, "userId"),
                text(operation, "ticket"),
                list(operation, "fields").stream().map(PlanFile::word).toList(),
                text(operation, "situation"),
                text(operation, "rule"),
                text(operation, "basis"));
    }

    private static Map<?, ?> object(@Nullable Object json) {
        if (json instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("there is no object");
    }

    private static String word(@Nullable Object json) {
        if (json instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("there is no text");
    }

    private static String text(Map<?, ?> json, String key) {
        if (json.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("there is no text " + key);
    }

    private static List<?> list(Map<?, ?> json, String key) {
        if (json.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("there is no list " + key);
    }
}
