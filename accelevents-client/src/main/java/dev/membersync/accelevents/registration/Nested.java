package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.NestedQuestion;
import dev.membersync.accelevents.order.NestedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Walks questions that depend on each other, parents first, whatever order the form lists them in. */
final class Nested {
    private final List<NestedQuestion> hidden;
    private final List<NestedAnswer> answers = new ArrayList<>();

    private Nested(List<NestedQuestion> questions) {
        hidden = new ArrayList<>(questions);
    }

    /** Asks every question that is revealed, and no other; one that is not answered reveals nothing. */
    static Nested ask(List<NestedQuestion> questions, Function<NestedQuestion, Optional<NestedAnswer>> ask) {
        var nested = new Nested(questions);
        for (var next = nested.revealed(questions); next.isPresent(); next = nested.revealed(questions)) {
            nested.hidden.remove(next.get());
            ask.apply(next.get()).ifPresent(nested.answers::add);
        }
        return nested;
    }

    List<NestedAnswer> answers() {
        return answers;
    }

    /** Whether a question with this label stays hidden and no other one took the answer: labels are not unique. */
    boolean hides(String label) {
        return hidden.stream().anyMatch(question -> question.field().isNamed(label))
                && answers.stream().noneMatch(given -> given.answer().isFor(label));
    }

    private Optional<NestedQuestion> revealed(List<NestedQuestion> questions) {
        return hidden.stream()
                .filter(question -> question.parentId() == 0
                        || questions.stream()
                                .filter(parent -> parent.id() == question.parentId())
                                .anyMatch(parent -> reveals(parent, question.revealedBy())))
                .findFirst();
    }

    private boolean reveals(NestedQuestion parent, String key) {
        return answers.stream()
                .filter(answer -> answer.questionId() == parent.id())
                .anyMatch(answer -> key.isEmpty()
                        || Chosen.of(parent.field(), answer.answer().text())
                                .filter(chosen -> chosen.reveals(key))
                                .isPresent());
    }
}
