package dev.membersync.memberships.internal;

import dev.membersync.client.Operation;
import dev.membersync.client.error.AuthException.Reason;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a 401 of this vendor is about: it answers 401 to far more than bad keys (LIVE, memberships-api.md 4.2), so the
 * text decides. The kinds stand in the order in which they are looked for; a text about scope, user type, authClass or
 * version header is never about the token, whatever else it names.
 */
enum Refusal {
    /** A gateway gave up; that the status is 401 is the vendor's slip. */
    TIMEOUT("command timed out", Reason.REFUSED, "try again later"),
    /** The key is of the wrong level. */
    LEVEL(
            "user type|authclass",
            Reason.FORBIDDEN,
            "the key is of the wrong level: use one that was created in the account whose members are read"),
    /** The header is missing or unknown. */
    VERSION(
            "version header|header.{0,20}version",
            Reason.REFUSED,
            "set the Version header in the profile's fixed headers"),
    /** The key is good and lacks a right. */
    SCOPE("scope", Reason.SCOPE_MISSING, "add that scope to the key, then try again"),
    /** The token itself. */
    TOKEN(
            "token|jwt|expir",
            Reason.REFUSED,
            "the key was rotated, revoked or has expired, or was copied incompletely: create a new one"),
    /** A key that nothing can refresh. */
    KEY(
            "api ?key|credential",
            Reason.REFUSED,
            "the key is not accepted: compare it with the one in the account, or create a new one"),
    /** Whatever else: the empty pattern is in every text. */
    OTHER(
            "",
            Reason.REFUSED,
            "check the key, the base URL and its path, letter case included: this vendor answers 401 to wrong paths too");

    private final Pattern marks;
    private final Reason reason;
    private final String remedy;

    Refusal(String marks, Reason reason, String remedy) {
        this.marks = Pattern.compile(marks);
        this.reason = reason;
        this.remedy = remedy;
    }

    static Refusal of(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        for (Refusal refusal : values()) {
            if (refusal.marks.matcher(text).find()) {
                return refusal;
            }
        }
        return OTHER;
    }

    /** What is wrong with the credentials. */
    Reason reason() {
        return reason;
    }

    /** What to do next; names the missing scope where the operation has one. */
    String remedy(Operation operation) {
        String scope = operation.scope().map(name -> name + " missing: ").orElse("");
        return this == SCOPE ? scope + remedy : remedy;
    }
}
