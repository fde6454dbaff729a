package dev.membersync.sync.config;

import java.util.Optional;

/** What was copied with a key and does not belong to it; a service would only say that the key is wrong. */
final class Credential {
    private static final String QUOTES = "\"'";
    private static final String BEARER = "bearer ";

    private Credential() {}

    /** What to take away; never repeats the value. */
    static Optional<String> remains(String value) {
        if (!value.equals(value.strip())) {
            return Optional.of("the secret begins or ends with a blank; copy it without");
        }
        char first = value.charAt(0);
        if (QUOTES.indexOf(first) >= 0 && value.length() > 1 && value.charAt(value.length() - 1) == first) {
            return Optional.of(
                    "the secret stands in quotation marks, which are taken as a part of it; the environment of"
                            + " a container keeps them: write them only in this file");
        }
        if (value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of("the secret begins with the word Bearer; write the key alone");
        }
        return value.matches("\\$[A-Za-z_][A-Za-z0-9_]*|%[A-Za-z_][A-Za-z0-9_]*%")
                ? Optional.of("this is the name of a variable and not its value; write it with braces: ${NAME}")
                : Optional.empty();
    }
}
