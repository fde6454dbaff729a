package dev.membersync.examples.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a page that stay, each in a terminal of its own, on free ports. */
final class Servers implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("http://[^:/ ]+:(\\d+)");
    private static final Map<String, String> DEFAULTS = Map.of("live", "8080", "check-in", "8090");

    private final Ports ports;
    private final Deque<Terminal> fakes = new ArrayDeque<>();
    private final Deque<Terminal> others = new ArrayDeque<>();

    Servers(Ports ports) {
        this.ports = ports;
    }

    /** Whether a command stays until it is told to end. */
    static boolean stays(List<String> words) {
        return words.get(0).equals("fakes")
                || (DEFAULTS.containsKey(words.get(0)) && !words.contains("--kit") && !words.contains("--merge"));
    }

    /** Starts a command that stays; what it says when it is ready. */
    String start(List<String> words, Map<String, String> environment) {
        List<String> named = portsOf(words);
        List<String> free = new ArrayList<>(words);
        if (words.get(0).equals("check-in")) {
            free.addAll(List.of("--port", "0"));
        }
        free.replaceAll(word -> named.contains(word) ? "0" : word);
        Terminal terminal = Terminal.start(free, environment);
        (words.get(0).equals("fakes") ? fakes : others).push(terminal);
        bind(named, terminal.screen());
        return terminal.screen();
    }

    /** The ports that the words of the page name, or those of the command's defaults. */
    private static List<String> portsOf(List<String> words) {
        List<String> named = new ArrayList<>();
        for (int at = 1; at < words.size(); at++) {
            if (words.get(at - 1).endsWith("-port")) {
                named.add(words.get(at));
            }
        }
        return words.get(0).equals("fakes") ? named : List.of(DEFAULTS.get(words.get(0)));
    }

    private void bind(List<String> named, String screen) {
        List<String> taken = new ArrayList<>();
        Matcher url = URL.matcher(screen);
        while (url.find()) {
            if (!taken.contains(url.group(1))) {
                taken.add(url.group(1));
            }
        }
        for (int at = 0; at < named.size(); at++) {
            ports.bind(named.get(at), taken.get(at));
        }
    }

    /** Ctrl-C in every terminal but that of the fakes: a store belongs to one process. */
    void interrupt() {
        while (!others.isEmpty()) {
            others.pop().close();
        }
    }

    @Override
    public void close() {
        interrupt();
        while (!fakes.isEmpty()) {
            fakes.pop().close();
        }
    }
}
