package dev.membersync.accelevents.form;

/**
 * One option of a dropdown or a multiple choice.
 *
 * @param label what a person reads
 * @param value what an answer carries
 * @param key the key that nested questions refer to; may be empty
 */
public record Choice(String label, String value, String key) {
    /** Whether a text names this option by its value or its label, without regard to case and outer blanks. */
    public boolean isNamedBy(String text) {
        var wanted = text.strip();
        return value.strip().equalsIgnoreCase(wanted) || label.strip().equalsIgnoreCase(wanted);
    }
}
