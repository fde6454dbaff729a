package dev.membersync.client.internal;

import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.ThrottledException.Quota;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A vendor's reply understood as a failure.
 *
 * @param kind which exception it becomes
 * @param code the vendor's error code
 * @param traceId the vendor's request or trace id
 * @param message the vendor's text; empty when there is none
 * @param fieldMessages texts about single fields
 * @param details further ids and values worth keeping
 * @param tokenRejected whether the token itself was refused, so that a refreshed one may help
 * @param quota which limit, for {@link Kind#THROTTLED}
 * @param reason what is wrong with the credentials, for {@link Kind#AUTH}
 * @param summary what happened in our own words, when the vendor's rules say more than the kind does
 * @param quoted whether the vendor's texts, masked, stand in the exception's message
 * @param remedy what to do next, when the vendor's rules say more than the kind does
 */
public record Fault(
        Kind kind,
        Optional<String> code,
        Optional<String> traceId,
        String message,
        List<String> fieldMessages,
        Map<String, String> details,
        boolean tokenRejected,
        Quota quota,
        Reason reason,
        Optional<String> summary,
        boolean quoted,
        Optional<String> remedy) {
    /** The exception family. */
    public enum Kind {
        /** AuthException. */
        AUTH,
        /** NotFoundException. */
        NOT_FOUND,
        /** RejectedException. */
        REJECTED,
        /** ThrottledException. */
        THROTTLED,
        /** ServerException. */
        SERVER,
        /** TransportException, outcome unknown: the reply says neither yes nor no. */
        UNUSABLE
    }

    /** A fault with a text. */
    public static Fault of(Kind kind, String message) {
        return new Fault(
                kind,
                Optional.empty(),
                Optional.empty(),
                message,
                List.of(),
                Map.of(),
                false,
                Quota.BURST,
                Reason.REFUSED,
                Optional.empty(),
                true,
                Optional.empty());
    }

    /** With the vendor's error code. */
    public Fault code(String code) {
        return new Fault(
                kind,
                Optional.of(code),
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                quoted,
                remedy);
    }

    /** With the vendor's trace id. */
    public Fault traceId(String traceId) {
        return new Fault(
                kind,
                code,
                Optional.of(traceId),
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                quoted,
                remedy);
    }

    /** With texts about single fields. */
    public Fault fieldMessages(List<String> fieldMessages) {
        return new Fault(
                kind,
                code,
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                quoted,
                remedy);
    }

    /** With further ids and values. */
    public Fault details(Map<String, String> details) {
        return new Fault(
                kind,
                code,
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                quoted,
                remedy);
    }

    /** With the word that the token itself was refused. */
    public Fault tokenRejected(boolean tokenRejected) {
        return new Fault(
                kind,
                code,
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                quoted,
                remedy);
    }

    /** With the limit that was hit. */
    public Fault quota(Quota quota) {
        return new Fault(
                kind,
                code,
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                quoted,
                remedy);
    }

    /** With what is wrong with the credentials. */
    public Fault reason(Reason reason) {
        return new Fault(
                kind,
                code,
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                quoted,
                remedy);
    }

    /** Without the vendor's texts, for calls that carry a secret which such a text may repeat. */
    public Fault wordless() {
        return new Fault(
                kind, code, traceId, "", List.of(), Map.of(), tokenRejected, quota, reason, summary, quoted, remedy);
    }

    /** With each text of the vendor changed so: for what such a text must not repeat. */
    Fault reworded(UnaryOperator<String> words) {
        Map<String, String> reworded = new LinkedHashMap<>();
        details.forEach((name, value) -> reworded.put(name, words.apply(value)));
        return new Fault(
                kind,
                code.map(words),
                traceId.map(words),
                words.apply(message),
                fieldMessages.stream().map(words).toList(),
                reworded,
                tokenRejected,
                quota,
                reason,
                summary.map(words),
                quoted,
                remedy.map(words));
    }

    /** With what to do next. */
    public Fault remedy(String remedy) {
        return new Fault(
                kind,
                code,
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                quoted,
                Optional.of(remedy));
    }

    /** With our own words for what happened. */
    public Fault summary(String summary) {
        return new Fault(
                kind,
                code,
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                Optional.of(summary),
                quoted,
                remedy);
    }

    /** With the vendor's texts kept out of the exception's message: they may name people. They stay to be asked for. */
    public Fault unquoted() {
        return new Fault(
                kind,
                code,
                traceId,
                message,
                fieldMessages,
                details,
                tokenRejected,
                quota,
                reason,
                summary,
                false,
                remedy);
    }
}
