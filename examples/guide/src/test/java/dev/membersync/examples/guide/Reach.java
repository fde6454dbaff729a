package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which types of a module its tests name, or those name that they name, and so on. */
final class Reach {
    private static final String MAIN = "/src/main/java/";
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+\\b");
    private static final String SPRING = "SpringBootApplication";
    /** Nobody names what Spring finds by these annotations. */
    private static final Set<String> FOUND =
            Set.of("Component", "Configuration", "Controller", "Endpoint", "RestController");

    private Reach() {}

    /** Throws {@link Mistake} for a source that is no test and that no test of its module reaches. */
    static void require(Path source) {
        String path = source.toString().replace('\\', '/');
        int main = path.indexOf(MAIN);
        if (main < 0) {
            return;
        }
        Map<String, Set<String>> types = types(Path.of(path.substring(0, main + MAIN.length())));
        Set<String> reached = types(Path.of(path.substring(0, main), "src", "test", "java")).values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        int before;
        do {
            before = reached.size();
            reached.addAll(Set.copyOf(reached).stream()
                    .flatMap(type -> types.getOrDefault(type, Set.of()).stream())
                    .toList());
            if (reached.contains(SPRING)) {
                types.forEach(
                        (type, named) -> reached.addAll(Collections.disjoint(named, FOUND) ? Set.of() : Set.of(type)));
            }
        } while (reached.size() > before);
        if (!reached.contains(name(source))) {
            throw new Mistake("no test of its module runs " + name(source));
        }
    }

    /** The types that each source names. */
    private static Map<String, Set<String>> types(Path folder) {
        Map<String, Set<String>> types = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                types.put(
                        name(file),
                        TYPE.matcher(Files.readString(file))
                                .results()
                                .map(type -> type.group())
                                .collect(Collectors.toSet()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }
}
