package dev.membersync.sync.document;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.FieldPath;
import dev.membersync.sync.record.FieldInfo;
import dev.membersync.sync.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong between one workflow's mapping and the catalogues, whatever is documented. */
final class CatalogueDrift {
    /** Filled by the name and the address of every registration (DOC). */
    private static final Set<String> BUILT_IN = Set.of("First Name", "Last Name", "Email");

    private static final String ANY = "*";

    private final Documented workflow;
    private final Optional<Table> committed;
    private final List<Drift> drifts = new ArrayList<>();

    /** @param committed the form fields as they are documented */
    private CatalogueDrift(Documented workflow, Optional<Table> committed) {
        this.workflow = workflow;
        this.committed = committed;
    }

    static List<Drift> of(Documented workflow, Optional<Table> committed) {
        CatalogueDrift found = new CatalogueDrift(workflow, committed);
        workflow.mapping().fields().forEach(found::lookAt);
        found.unmapped();
        found.missingCustomFields();
        return found.drifts;
    }

    private void lookAt(FieldMapper field) {
        field.formField()
                .filter(label -> !workflow.form().has(label))
                .ifPresent(label -> drifts.add(missing(field, label)));
        if (!field.describe().table().isEmpty()) {
            Documented.memberFields(field).stream()
                    .map(name -> workflow.members().found().get(name))
                    .filter(info -> info != null && !info.options().isEmpty())
                    .forEach(info -> options(field, info));
        }
    }

    private Drift missing(FieldMapper field, String label) {
        String place = place(PageWriter.FORM);
        Optional<List<String>> before = committed
                .flatMap(table -> table.row(label))
                .filter(row -> !committed.get().cell(row, PageWriter.TYPE).equals(PageWriter.MISSING));
        Optional<FieldInfo> renamed = before.map(row -> committed.get().cell(row, PageWriter.ID))
                .filter(id -> !id.isEmpty())
                .flatMap(id -> workflow.form().fields().stream()
                        .filter(info -> info.id().equals(id))
                        .findFirst());
        if (renamed.isPresent()) {
            return Drift.block(
                    place,
                    label,
                    "the form field was renamed to \"" + renamed.get().key() + "\", so " + field.name()
                            + " is not written any more; map it by that label, or rename it back at Accelevents");
        }
        String message = "the form has no such field, so " + field.name() + " is not written; "
                + Nearest.hint(label, workflow.form().labels().stream().sorted().toList())
                + "; add it at Accelevents, or map another one";
        return before.isPresent() ? Drift.block(place, label, message) : Drift.warn(place, label, message);
    }

    private void unmapped() {
        Set<String> mapped = workflow.mapping().fields().stream()
                .filter(field -> field.direction() != Direction.RIGHT_TO_LEFT)
                .flatMap(field -> field.formField().stream())
                .collect(Collectors.toSet());
        workflow.form().fields().stream()
                .filter(info -> info.required() && !BUILT_IN.contains(info.key()) && !mapped.contains(info.key()))
                .forEach(info -> drifts.add(Drift.block(
                        place(PageWriter.FORM),
                        info.key(),
                        "the form requires an answer and no field is mapped to it, so registrations may be refused;"
                                + " map it, or make it optional at Accelevents")));
    }

    private void missingCustomFields() {
        workflow.members()
                .missing()
                .forEach((name, key) -> drifts.add(Drift.block(
                        place(PageWriter.CUSTOM),
                        FieldPath.ofMember(name).toString(),
                        "the account has no custom field \"" + key + "\"; "
                                + Nearest.hint(key, workflow.members().keys()) + "; name that one, or add the field")));
    }

    /** Words that the account refuses, and options that the table does not know. */
    private void options(FieldMapper field, FieldInfo info) {
        Map<String, String> table = field.describe().table();
        boolean back = field.direction() == Direction.RIGHT_TO_LEFT;
        List<String> words = (back ? table.values() : table.keySet())
                .stream()
                        .filter(word -> !word.equals(ANY) && !word.equals("review"))
                        .toList();
        words.stream()
                .filter(word -> info.options().stream().noneMatch(word::equalsIgnoreCase))
                .forEach(word -> drifts.add(Drift.block(
                        place(PageWriter.VALUES + field.name()),
                        word,
                        "the custom field \"" + info.name() + "\" has no such option; "
                                + Nearest.hint(word, info.options()) + "; correct the row, or add the option")));
        if (!back && !table.containsKey(ANY)) {
            info.options().stream()
                    .filter(option -> words.stream().noneMatch(option::equalsIgnoreCase))
                    .forEach(option -> drifts.add(Drift.warn(
                            place(PageWriter.VALUES + field.name()),
                            option,
                            "this option of the custom field \"" + info.name() + "\" has no row, so members with it are"
                                    + " held; add a row, or one for \"*\"")));
        }
    }

    private String place(String table) {
        return workflow.name() + ", " + table;
    }
}
