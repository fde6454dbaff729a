package dev.membersync.examples.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In a picture, a box with a hyphened word is a module, and an arrow between two modules is a dependency. */
final class MermaidKind implements Kind {
    private static final Pattern BOX = Pattern.compile("(\\w+)(?:\\[|\\()+\"?([^\\])\"]+)");
    private static final Pattern ARROW = Pattern.compile("^\\s*(\\w+).*? -->(?:\\|[^|]*\\|)? (\\w+)");
    private static final Pattern MODULE = Pattern.compile("[a-z]+(-[a-z]+)+|testkit");

    @Override
    public void check(Block block, Walk walk) {
        if (!block.text().startsWith("flowchart ")) {
            throw new Mistake("a picture is a flowchart");
        }
        Reactor reactor = Reactor.at(walk.root());
        Map<String, String> modules = modules(block.text(), reactor);
        for (String line : block.text().lines().toList()) {
            Matcher arrow = ARROW.matcher(line);
            if (arrow.find() && modules.containsKey(arrow.group(1)) && modules.containsKey(arrow.group(2))) {
                requireNeed(reactor, modules.get(arrow.group(1)), modules.get(arrow.group(2)));
            }
        }
    }

    private static Map<String, String> modules(String text, Reactor reactor) {
        Map<String, String> modules = new HashMap<>();
        Matcher box = BOX.matcher(text);
        while (box.find()) {
            String name = box.group(2).split("[ <]", 2)[0];
            if (MODULE.matcher(name).matches()) {
                if (!reactor.folders().containsKey(name)) {
                    throw new Mistake("there is no module " + name);
                }
                modules.put(box.group(1), name);
            }
        }
        return modules;
    }

    private static void requireNeed(Reactor reactor, String from, String to) {
        List<String> needs = reactor.needs(reactor.folders().get(from));
        if (!needs.contains(to)) {
            throw new Mistake(from + " does not depend on " + to + ", but on " + needs);
        }
    }
}
