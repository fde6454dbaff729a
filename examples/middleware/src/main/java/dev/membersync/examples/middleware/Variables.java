package dev.membersync.examples.middleware;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** What {@code ${NAME}} in the file of membersync is filled from: whatever Spring knows under that name, secrets of a vault among it. */
final class Variables {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private Variables() {}

    // snippet: variables
    /** All names that a file can mention; of several sources that have one, the first counts, as everywhere in Spring. */
    static Map<String, String> of(ConfigurableEnvironment environment) {
        Map<String, String> variables = new HashMap<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .forEach(source -> {
                    for (String name : source.getPropertyNames()) {
                        if (name.matches(NAME)) {
                            variables.putIfAbsent(name, String.valueOf(source.getProperty(name)));
                        }
                    }
                });
        return variables;
    }
    // end
}
