package dev.membersync.accelevents.session;

import dev.membersync.accelevents.id.SpeakerId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Person;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A speaker with every field as read: an update replaces the whole record (SPEC, LIVE), so what is not known here must travel too.
 *
 * @param id the speaker
 * @param fields all fields by their names on the wire, nulls too; {@code linkedIn} is a text in practice though the vendor's schema says boolean (LIVE)
 */
public record Speaker(SpeakerId id, Map<String, @Nullable Object> fields) {
    public Speaker {
        fields = Extras.copy(fields);
    }

    /** Name and address; what is missing is empty. */
    public Person person() {
        return new Person(
                text("firstName").orElse(""),
                text("lastName").orElse(""),
                text("email").orElse(""));
    }

    /** A field that is a text or a number, such as {@code title}, {@code company} or {@code imageUrl}. */
    public Optional<String> text(String name) {
        return Extras.text(fields, name);
    }

    /**
     * The speaker with one field replaced or added and all others as they were.
     *
     * @param value a text, number, boolean, map, list, or null
     * @throws IllegalArgumentException for a text longer than the vendor takes
     */
    public Speaker with(String name, @Nullable Object value) {
        return new Speaker(id, Records.with(fields, name, value));
    }

    @Override
    public String toString() {
        return "Speaker[" + id + ", " + fields.size() + " fields]";
    }
}
