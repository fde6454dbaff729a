package dev.membersync.sync.document;

/**
 * One difference between a documented mapping and what runs, or between a mapping and what the services have.
 *
 * @param severity whether a build should stop
 * @param place the part of the document, such as {@code members-to-attendees at spring-summit, form fields}
 * @param subject the field or row, as the document names it
 * @param message what is different, and what to do
 */
public record Drift(Severity severity, String place, String subject, String message) {
    /** How bad a drift is. */
    public enum Severity {
        /** Values are lost, or the committed page is not what runs: a build stops. */
        BLOCK,
        /** Nothing is lost; a person should know. */
        WARN
    }

    static Drift block(String place, String subject, String message) {
        return new Drift(Severity.BLOCK, place, subject, message);
    }

    static Drift warn(String place, String subject, String message) {
        return new Drift(Severity.WARN, place, subject, message);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return (severity == Severity.BLOCK ? "BLOCK " : "warn  ") + place + ": " + subject + ": " + message;
    }
}
