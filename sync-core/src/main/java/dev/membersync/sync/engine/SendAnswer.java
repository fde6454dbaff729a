package dev.membersync.sync.engine;

import java.util.Optional;

/** What the answer to a create proves. */
sealed interface SendAnswer {
    /**
     * The record was made.
     *
     * @param ref its id at the target
     */
    record Applied(String ref) implements SendAnswer {}

    /**
     * Nothing was made, and that is proven.
     *
     * @param why the reason, for people, without personal data
     */
    record Refused(String why) implements SendAnswer {}

    /** This call made nothing, because the target has such a record. */
    record Exists() implements SendAnswer {}

    /**
     * It may have been made, or may still be.
     *
     * @param why the reason, for people, without personal data
     */
    record Unknown(String why) implements SendAnswer {}

    /** Reads an HTTP status. Whatever is not declared clean may have had an effect, a 4xx too (F-05, F-06). */
    static SendAnswer of(int status, Optional<String> ref, SettleTraits traits) {
        if (status >= 200 && status < 300) {
            return ref.<SendAnswer>map(Applied::new)
                    .orElseGet(() -> new Unknown("HTTP " + status + " without the id of the new record"));
        }
        if (status == 409) {
            return new Exists();
        }
        return traits.cleanRefusals().contains(status)
                ? new Refused("HTTP " + status)
                : new Unknown("HTTP " + status + ", which proves nothing");
    }

    /** No answer came, or none that can be read. */
    static SendAnswer lost() {
        return new Unknown("no answer");
    }

    /** The call never left. */
    static SendAnswer notSent() {
        return new Refused("not sent");
    }
}
