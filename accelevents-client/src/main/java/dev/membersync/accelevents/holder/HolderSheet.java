package dev.membersync.accelevents.holder;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.model.FieldType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All answers of one ticket holder, read to be changed and written back whole.
 *
 * <p>What a partial update does is not documented and the vendor's console always writes the full set, so this value carries everything it was read with, and
 * {@code with} touches one answer only.
 *
 * @param eventTicketId the issued ticket; empty when the reply does not say
 * @param attributes answers to built-in fields
 * @param questions answers to the organiser's own fields
 * @param nestedQuestions conditional questions, exactly as read
 * @param seatNumber the seat, or empty
 * @param types kinds of the fields by name, where the reply shows them; they decide how addresses are written
 */
public record HolderSheet(
        Optional<EventTicketId> eventTicketId,
        List<Answer> attributes,
        List<Answer> questions,
        List<Map<String, @Nullable Object>> nestedQuestions,
        String seatNumber,
        Map<String, FieldType> types) {
    public HolderSheet {
        attributes = List.copyOf(attributes);
        questions = List.copyOf(questions);
        nestedQuestions = nestedQuestions.stream().map(Extras::copy).toList();
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /** The answer to a field by its label, without regard to case; attributes are looked at first. */
    public Optional<Answer> answer(String label) {
        return Stream.concat(attributes.stream(), questions.stream())
                .filter(answer -> answer.isFor(label))
                .findFirst();
    }

    /**
     * The sheet with one answer replaced, where it stands.
     *
     * @throws IllegalArgumentException when the sheet has no such field; the message lists the labels there are
     */
    public HolderSheet with(String label, String value) {
        for (var section : Section.values()) {
            if (answers(section).stream().anyMatch(answer -> answer.isFor(label))) {
                return with(section, label, value);
            }
        }
        var labels = Stream.concat(attributes.stream(), questions.stream())
                .map(Answer::field)
                .toList();
        throw new IllegalArgumentException("the holder has no field '" + label + "'; fields: " + labels);
    }

    /** The sheet with one answer of a section replaced or, for a field not answered so far, added at its end. */
    public HolderSheet with(Section section, String label, String value) {
        var changed = new ArrayList<Answer>();
        var found = false;
        for (var answer : answers(section)) {
            var hit = !found && answer.isFor(label);
            changed.add(hit ? new Answer(answer.field(), value) : answer);
            found |= hit;
        }
        if (!found) {
            changed.add(new Answer(label, value));
        }
        return section == Section.ATTRIBUTES
                ? new HolderSheet(eventTicketId, changed, questions, nestedQuestions, seatNumber, types)
                : new HolderSheet(eventTicketId, attributes, changed, nestedQuestions, seatNumber, types);
    }

    /** The answers of both sections. */
    public Answers answers() {
        return new Answers(attributes, questions);
    }

    /** The answers of one section. */
    public List<Answer> answers(Section section) {
        return section == Section.ATTRIBUTES ? attributes : questions;
    }

    @Override
    public String toString() {
        return "HolderSheet[" + eventTicketId.map(EventTicketId::value).orElse("buyer") + ", "
                + (attributes.size() + questions.size()) + " answers]";
    }
}
