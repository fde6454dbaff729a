package dev.membersync.eventops.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One change of a plan.
 *
 * @param object what is changed; a code is named by its key here, since its word is drawn when it is made
 * @param act what is done with it
 * @param before its terms before, as far as they change; empty when it is not there
 * @param after its terms after
 * @param rules the rules behind it, as {@code id@version}
 * @param bounds the bounds that were applied, for people
 * @param route how it gets done
 * @param why in one sentence, for people
 */
public record Change(
        ObjectRef object,
        Act act,
        Optional<Terms> before,
        Terms after,
        List<String> rules,
        List<String> bounds,
        Route route,
        String why) {
    /** What is done. */
    public enum Act {
        /** Terms of something that is there are set. */
        SET,
        /** A code is made. */
        ISSUE,
        /** A code gets a successor, and ends. */
        ROTATE,
        /** An errand is done. */
        DO
    }

    public Change {
        rules = List.copyOf(rules);
        bounds = List.copyOf(bounds);
    }

    /** The names under which changes are counted: each price, number of places and sale of a class by itself. */
    Set<String> counted() {
        if (object.kind() != ObjectKind.CLASSES) {
            return Set.of(counter(object.kind(), object.id()));
        }
        Set<String> names = new TreeSet<>();
        after.values().keySet().forEach(name -> names.add(classCounter(name)));
        return names;
    }

    static String counter(ObjectKind kind, String id) {
        return kind == ObjectKind.DISCOUNT || kind == ObjectKind.ACCESS ? "code-" + id : kind + "-" + id;
    }

    /** The end of sale and hiding count as one. */
    static String classCounter(String term) {
        return term.replaceFirst("\\.(hidden|ends)$", ".sale");
    }

    /** What it comes to, canonically: without the texts for people. */
    String text() {
        return object + " " + act + " " + route + "\n" + before.map(Terms::text).orElse("-\n") + after.text();
    }

    Terms stored() {
        Terms terms = Terms.of("kind", object.kind())
                .with("id", object.id())
                .with("act", act)
                .with("route", route)
                .with("why", why)
                .with("rules", String.join(",", rules))
                .and(after.prefixed("after."));
        for (int i = 0; i < bounds.size(); i++) {
            terms = terms.with("bound." + i, bounds.get(i));
        }
        return before.isPresent() ? terms.with("known", "true").and(before.get().prefixed("before.")) : terms;
    }

    static Change read(Terms terms) {
        List<String> bounds = new ArrayList<>(terms.under("bound.").values().values());
        return new Change(
                new ObjectRef(
                        ObjectKind.valueOf(terms.text("kind").orElseThrow()),
                        terms.text("id").orElseThrow()),
                Act.valueOf(terms.text("act").orElseThrow()),
                terms.text("known").map(known -> terms.under("before.")),
                terms.under("after."),
                List.of(terms.text("rules").orElse("").split(",")),
                bounds,
                Route.valueOf(terms.text("route").orElseThrow()),
                terms.text("why").orElse(""));
    }
}
