package dev.membersync.sync.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used. The message lists every mistake with its line, key and remedy. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    ConfigException(String file, List<Mistake> mistakes) {
        super(message(file, mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** The mistakes, in the order of the file. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    private static String message(String file, List<Mistake> mistakes) {
        if (mistakes.size() == 1) {
            Mistake only = mistakes.get(0);
            return file + (only.line().isPresent() ? ", " : ": ") + only;
        }
        return file + " has " + mistakes.size() + " mistakes:"
                + mistakes.stream().map(mistake -> "\n  " + mistake).collect(Collectors.joining());
    }
}
