package dev.membersync.accelevents.session;

import dev.membersync.accelevents.internal.value.Extras;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A speaker to be created.
 *
 * @param fields what is sent, by the names on the wire
 */
public record SpeakerDraft(Map<String, @Nullable Object> fields) {
    public SpeakerDraft {
        fields = Extras.copy(fields);
    }

    /**
     * A speaker with what the vendor needs (SPEC).
     *
     * @throws IllegalArgumentException for names above 50 and addresses above 75 characters
     */
    public static SpeakerDraft of(String firstName, String lastName, String email) {
        return new SpeakerDraft(Map.of())
                .with("firstName", firstName)
                .with("lastName", lastName)
                .with("email", email);
    }

    /** The draft with one more field, such as {@code title} or {@code bio}; limits as {@link Speaker#with}. */
    public SpeakerDraft with(String name, @Nullable Object value) {
        return new SpeakerDraft(Records.with(fields, name, value));
    }

    @Override
    public String toString() {
        return "SpeakerDraft[" + fields.size() + " fields]";
    }
}
