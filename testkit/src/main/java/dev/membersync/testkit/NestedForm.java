package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions that an answer reveals: in the form, in a payment body and in the record that comes of it. */
final class NestedForm {
    private NestedForm() {}

    static List<Map<String, Object>> rows(EventState event) {
        return event.office().nestedQuestions().values().stream()
                .map(question -> row(question, ""))
                .toList();
    }

    private static Map<String, Object> row(FakeNestedQuestion question, String value) {
        return Json.map(
                "id", question.id(),
                "name", question.name(),
                "type", question.type(),
                "value", value,
                "defaultValue", FormPages.choices(question.options()),
                "mandatory", question.mandatory(),
                "parentQueId", question.parentId(),
                "selectedAnsId", question.revealedBy());
    }

    /** The record of a new holder: answers to questions that exist, named by id or name. */
    static FakeHolderRecord record(EventState event, JsonObject body, String pairKey) {
        FakeHolderRecord record = FakeHolderRecord.EMPTY;
        for (JsonObject sent : body.objects("nestedQuestions")) {
            Optional<FakeNestedQuestion> asked = event.office().nestedQuestions().values().stream()
                    .filter(question -> sent.whole("id").orElse(-1) == question.id()
                            || FormRules.nameOf(sent, pairKey).equals(question.name()))
                    .findFirst();
            if (asked.isPresent()) {
                record = record.with("nestedQuestions", row(asked.get(), sent.text("value", "")));
            }
        }
        return record;
    }

    /** Refuses a record without an answer to a mandatory question that is a root or was revealed. */
    static void requireRevealed(EventState event, FakeHolderRecord record) {
        Map<Long, String> given = given(record);
        for (FakeNestedQuestion question : event.office().nestedQuestions().values()) {
            boolean missing = given.getOrDefault(question.id(), "").isBlank();
            if (question.mandatory() && missing && revealed(event, question, given)) {
                throw new IllegalArgumentException(question.name() + " is mandatory");
            }
        }
    }

    /** Refuses a record with an answer to a question that nothing revealed, or that is none of its options. */
    static void requireNothingHidden(EventState event, FakeHolderRecord record) {
        Map<Long, String> given = given(record);
        given.forEach((id, value) -> {
            FakeNestedQuestion question = event.office().nestedQuestions().get(id);
            if (question == null || (!value.isBlank() && !revealed(event, question, given))) {
                throw new IllegalArgumentException("question " + id + " was not asked");
            }
            if (!question.options().isEmpty() && !question.options().containsAll(List.of(value.split("\\|", -1)))) {
                throw new IllegalArgumentException(question.name() + " must be one of its options");
            }
        });
    }

    private static Map<Long, String> given(FakeHolderRecord record) {
        Map<Long, String> given = new LinkedHashMap<>();
        for (Object entry : record.kept("nestedQuestions")) {
            if (entry instanceof Map<?, ?> map) {
                JsonObject answer = JsonObject.of(map);
                given.put(answer.whole("id").orElse(-1), answer.text("value", ""));
            }
        }
        return given;
    }

    private static boolean revealed(EventState event, FakeNestedQuestion question, Map<Long, String> given) {
        FakeNestedQuestion parent = event.office().nestedQuestions().get(question.parentId());
        if (parent == null) {
            return question.parentId() == 0;
        }
        String answer = given.getOrDefault(parent.id(), "");
        return question.revealedBy().isEmpty()
                ? !answer.isBlank()
                : List.of(answer.split("\\|")).stream()
                        .map(chosen -> "k" + (parent.options().indexOf(chosen) + 1))
                        .anyMatch(question.revealedBy()::equals);
    }
}
