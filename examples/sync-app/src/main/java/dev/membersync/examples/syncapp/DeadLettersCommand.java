package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.text.Nearest;
import java.util.List;
import java.util.Set;

final class DeadLettersCommand implements Command {
    private static final String DROP = "drop";

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String summary() {
        return "the members that were given up, and what to do";
    }

    @Override
    public String arguments() {
        return "[drop USER]";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.LIMIT, Option.REASON);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        int limit = (int) args.whole(Option.LIMIT, 1, 100_000, 100);
        List<String> words = args.arguments();
        if (words.isEmpty()) {
            return Session.run(args, console, surroundings, tenant -> list(tenant, limit, console));
        }
        if (!words.get(0).equals(DROP)) {
            throw AppException.usage(
                    "dead-letters takes no \"" + words.get(0) + "\"; " + Nearest.hint(words.get(0), List.of(DROP)));
        }
        if (words.size() < 2 || !args.has(Option.REASON)) {
            throw AppException.usage("write dead-letters drop USER --reason TEXT");
        }
        String reason = args.text(Option.REASON).orElse("");
        return Session.run(args, console, surroundings, tenant -> drop(tenant, words.get(1), reason, console));
    }

    private static Outcome drop(Tenant tenant, String userId, String reason, Console console) {
        if (!tenant.engine().queues().drop(userId, reason)) {
            throw nobody(tenant, userId);
        }
        console.line("Dropped; it is looked at again when the member changes");
        return new Outcome(Exit.DONE, Counts.NONE, tenant.calls(), Facts.map("dropped", userId));
    }

    /** Nobody with this id was given up. */
    static AppException nobody(Tenant tenant, String userId) {
        List<String> known = tenant.engine().queues().deadLetters(1_000).stream()
                .map(DeadLetter::userId)
                .toList();
        return AppException.usage("no such member was given up; " + Nearest.hint(userId, known));
    }

    private static Outcome list(Tenant tenant, int limit, Console console) {
        List<DeadLetter> letters = tenant.engine().queues().deadLetters(limit);
        console.line(
                letters.isEmpty()
                        ? "Nobody was given up"
                        : Plural.of(letters.size(), "{member was|members were} given up"));
        letters.forEach(letter -> console.line(
                "  " + letter.userId() + " " + letter.kind() + ": " + letter.why() + "; " + letter.nextStep()));
        return new Outcome(
                letters.isEmpty() ? Exit.DONE : Exit.OPEN,
                new Counts(0, 0, 0, 0, 0, 0, 0, 0, letters.size(), 0),
                tenant.calls(),
                Facts.map("deadLetters", letters.stream().map(Facts::letter).toList()));
    }
}
