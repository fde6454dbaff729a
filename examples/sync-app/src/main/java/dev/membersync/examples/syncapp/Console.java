package dev.membersync.examples.syncapp;

import dev.membersync.examples.syncapp.internal.JsonText;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;

/** Says things to people, in plain lines on standard error, and facts to programs, as JSON on standard output. */
final class Console {
    private static final int LISTED = 40;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;

    Console(PrintStream out, PrintStream err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    synchronized void line(String text) {
        err.println(text);
        err.flush();
    }

    /** A figure and what it counts, in columns; {@link Plural} says how a choice of words is written. */
    void figure(Object figure, String what) {
        line(String.format("  %7s  %s", figure, Plural.choose(figure, what)));
    }

    /** A list, cut when it is long. */
    void list(Collection<String> items) {
        items.stream().limit(LISTED).forEach(item -> line("           " + item));
        if (items.size() > LISTED) {
            line("           and " + (items.size() - LISTED) + " more; --json lists all of them");
        }
    }

    /** Text that was asked for itself, such as help. */
    void page(String text) {
        PrintStream to = json ? err : out;
        to.print(text);
        to.flush();
    }

    /** One object for programs, when they asked for it. */
    synchronized void facts(Map<String, Object> facts) {
        if (json) {
            out.println(JsonText.write(facts));
            out.flush();
        }
    }
}
