package dev.membersync.examples.syncapp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The steps to go-live, and what each asks for. */
enum Gate {
    DOCTOR("doctor") {
        @Override
        Optional<String> objection(Outcome outcome) {
            return clean(outcome, "something is WRONG or REFUSED");
        }
    },
    MAPPING("mapping-docs") {
        @Override
        Optional<String> objection(Outcome outcome) {
            return clean(outcome, "the mapping that runs is not the documented one");
        }
    },
    PLAN("plan") {
        @Override
        Optional<String> objection(Outcome outcome) {
            if (anyPart(outcome, "complete", false)) {
                return Optional.of("Accelevents did not show every attendee");
            }
            return parts(outcome).stream().anyMatch(part -> lists(part, "objections"))
                    ? Optional.of("a guard objects")
                    : Optional.empty();
        }
    },
    CANARY("sync") {
        @Override
        Optional<String> objection(Outcome outcome) {
            if (outcome.exit() == Exit.STOPPED || outcome.exit() == Exit.SERVICE || outcome.exit() == Exit.USAGE) {
                return Optional.of("it did not run to its end");
            }
            boolean open = parts(outcome).stream().anyMatch(part -> lists(part, "openCreates"));
            boolean lost = outcome.counts().failed() > 0 || outcome.counts().deadLetters() > 0;
            return lost || open
                    ? Optional.of("members failed or were given up, or a registration is under way and not settled")
                    : Optional.empty();
        }
    },
    CANARY_VERIFY("verify") {
        @Override
        Optional<String> objection(Outcome outcome) {
            return Optional.empty(); // it depends on whom the canary worked on
        }
    },
    SYNC("sync") {
        @Override
        Optional<String> objection(Outcome outcome) {
            return clean(outcome, "it left something for a person or a later run");
        }
    },
    VERIFY("verify") {
        @Override
        Optional<String> objection(Outcome outcome) {
            return clean(outcome, "the two sides do not agree");
        }
    },
    COVERAGE("coverage") {
        @Override
        Optional<String> objection(Outcome outcome) {
            return clean(outcome, "too few registrations are a member's");
        }
    },
    LIVE("live") {
        @Override
        Optional<String> objection(Outcome outcome) {
            return clean(outcome, "it did not start");
        }
    };

    private final String command;

    Gate(String command) {
        this.command = command;
    }

    /** The command that does what is looked at here. */
    String command() {
        return command;
    }

    /** The word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why this gate is not passed; empty when it is. */
    abstract Optional<String> objection(Outcome outcome);

    /** What an outcome says of each workflow. */
    static List<Map<?, ?>> parts(Outcome outcome) {
        return parts(outcome.facts());
    }

    static List<Map<?, ?>> parts(Map<?, ?> facts) {
        return facts.get("workflows") instanceof List<?> several
                ? several.stream().<Map<?, ?>>map(part -> (Map<?, ?>) part).toList()
                : List.of(facts);
    }

    /** Whether a list of a workflow has something in it. */
    static boolean lists(Map<?, ?> part, String key) {
        return part.get(key) instanceof List<?> list && !list.isEmpty();
    }

    private static boolean anyPart(Outcome outcome, String key, Object value) {
        return parts(outcome).stream().anyMatch(part -> value.equals(part.get(key)));
    }

    private static Optional<String> clean(Outcome outcome, String otherwise) {
        return outcome.exit() == Exit.DONE ? Optional.empty() : Optional.of(otherwise);
    }
}
