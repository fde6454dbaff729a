package dev.membersync.accelevents.upload;

/**
 * An uploaded file that answers a question of the registration form.
 *
 * @param id what the service calls the file
 * @param name the file's name
 */
public record AnswerFile(String id, String name) {
    /** The answer to give, {@code <id>|<name>}: how the vendor's own reader takes it apart (LIVE). */
    public String answer() {
        return id + "|" + name;
    }

    @Override
    public String toString() {
        return "AnswerFile[***]";
    }
}
