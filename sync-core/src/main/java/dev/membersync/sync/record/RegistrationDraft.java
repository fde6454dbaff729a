package dev.membersync.sync.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow wants a registration to say: the changes of an update, or all of a create. Filled by field mappers;
 * not thread-safe.
 */
public final class RegistrationDraft {
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String email;
    private @Nullable String ticketTypeId;
    private final Map<String, String> answers = new LinkedHashMap<>();

    private RegistrationDraft() {}

    /** A draft that changes nothing. */
    public static RegistrationDraft empty() {
        return new RegistrationDraft();
    }

    /** Sets both parts of the holder's name. */
    public RegistrationDraft name(String first, String last) {
        firstName = first;
        lastName = last;
        return this;
    }

    /** Sets the holder's address. */
    public RegistrationDraft email(String address) {
        email = address;
        return this;
    }

    /** Asks for this ticket type: the type of a new ticket, or an exchange. */
    public RegistrationDraft ticketType(String id) {
        ticketTypeId = id;
        return this;
    }

    /** Answers the form field with this label; the empty text clears the answer. */
    public RegistrationDraft answer(String label, String value) {
        answers.put(label, value);
        return this;
    }

    /** The holder's first name, when it is set. */
    public Optional<String> firstName() {
        return Optional.ofNullable(firstName);
    }

    /** The holder's last name, when it is set. */
    public Optional<String> lastName() {
        return Optional.ofNullable(lastName);
    }

    /** The holder's address, when it is set. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** The ticket type, when it is set. */
    public Optional<String> ticketType() {
        return Optional.ofNullable(ticketTypeId);
    }

    /** The answers that are set, by label, in the order in which they were given. */
    public Map<String, String> answers() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** True when the holder's sheet changes: name, address or an answer. */
    public boolean changesHolder() {
        return firstName != null || lastName != null || email != null || !answers.isEmpty();
    }
}
