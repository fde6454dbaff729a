package dev.membersync.sync.proof;

import java.util.function.Consumer;

/** One thing that happens in a story; whatever it needs that is not there makes it nothing. */
record Act(String text, Consumer<Sim> move) {
    @Override
    public String toString() {
        return text;
    }
}
