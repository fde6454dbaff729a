package dev.membersync.eventops.checkin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is gathered beside a decision while it is made. */
final class Notes {
    private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<String> sentences = new ArrayList<>();

    Notes(Set<Flag> known) {
        flags.addAll(known);
    }

    void add(Flag flag) {
        flags.add(flag);
    }

    void attention(String sentence) {
        flags.add(Flag.ATTENTION);
        sentences.add(sentence);
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    Decision on(Decision decision) {
        if (decision.detail().isEmpty()) {
            return decision.with(flags).saying(String.join("; ", sentences));
        }
        return decision.with(flags);
    }
}
