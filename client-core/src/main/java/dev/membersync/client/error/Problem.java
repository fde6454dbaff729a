package dev.membersync.client.error;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything known about a failed call.
 *
 * @param operation the operation's id, or empty while only the transport knows of the failure
 * @param status the HTTP status; empty when no reply came
 * @param code the vendor's own error code
 * @param traceId the vendor's request or trace id
 * @param attempts how many requests were sent for the call
 * @param summary our own words for what happened, free of secrets and of personal data
 * @param vendorMessage the vendor's text, unmasked; empty when there is none
 * @param fieldMessages the vendor's texts about single fields, unmasked
 * @param quoted whether the vendor's texts, masked, stand in the message; not where they may name people, for no pattern
 *     finds a name
 * @param details further ids and values the vendor gave, such as the id of the record that exists already
 * @param remedy what a person can do next
 */
public record Problem(
        String operation,
        OptionalInt status,
        Optional<String> code,
        Optional<String> traceId,
        int attempts,
        String summary,
        String vendorMessage,
        List<String> fieldMessages,
        boolean quoted,
        Map<String, String> details,
        String remedy) {
    private static final int MOST_FIELDS = 5;

    /** Copies the collections. */
    public Problem {
        fieldMessages = List.copyOf(fieldMessages);
        details = Map.copyOf(details);
    }

    /** A problem of which only its summary and remedy are known. */
    public static Problem of(String summary, String remedy) {
        return new Problem(
                "",
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                summary,
                "",
                List.of(),
                true,
                Map.of(),
                remedy);
    }

    /** The same problem, told of an operation after a number of requests. */
    public Problem at(String operation, int attempts) {
        return new Problem(
                operation,
                status,
                code,
                traceId,
                attempts,
                summary,
                vendorMessage,
                fieldMessages,
                quoted,
                details,
                remedy);
    }

    /** The same problem with a vendor reply's status. */
    public Problem status(int status) {
        return new Problem(
                operation,
                OptionalInt.of(status),
                code,
                traceId,
                attempts,
                summary,
                vendorMessage,
                fieldMessages,
                quoted,
                details,
                remedy);
    }

    /** A hexadecimal id holds runs of digits that are no phone number, and support asks for all of it. */
    private static String shown(String traceId) {
        boolean id = traceId.matches("[0-9a-fA-F-]{16,64}") && traceId.matches(".*[a-fA-F].*");
        return id ? traceId : Masked.text(traceId);
    }

    /** One sentence with every part that is known; the vendor's texts are masked, or left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(operation.isEmpty() ? "call" : operation).append(" failed: ");
        status.ifPresent(value -> text.append("HTTP ").append(value).append(", "));
        code.ifPresent(value -> text.append("code ").append(Masked.text(value)).append(", "));
        traceId.ifPresent(value -> text.append("trace ").append(shown(value)).append(", "));
        if (attempts > 0) {
            text.append(attempts).append(attempts == 1 ? " attempt, " : " attempts, ");
        }
        text.append(summary);
        if (quoted) {
            quote(text);
        }
        return text.append(". Next: ").append(Masked.text(remedy)).toString();
    }

    private void quote(StringBuilder text) {
        if (!vendorMessage.isEmpty()) {
            text.append(" (\"").append(Masked.text(vendorMessage)).append("\")");
        }
        fieldMessages.stream()
                .filter(field -> !vendorMessage.contains(field))
                .limit(MOST_FIELDS)
                .forEach(field -> text.append("; ").append(Masked.text(field)));
    }
}
