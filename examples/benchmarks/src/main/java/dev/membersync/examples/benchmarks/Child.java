package dev.membersync.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Another JVM with the class path of this one. It tells by lines of {@code key=value} words on its standard output; what it
 * says on standard error is shown. Closing ends it. Not thread-safe.
 */
public final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one. */
    public static Child start(Class<?> main, List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * Waits for its next line.
     *
     * @throws IOException when it ended instead
     */
    public Map<String, String> line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the other process ended: " + process);
        }
        Map<String, String> words = new HashMap<>();
        for (String word : line.split(" ")) {
            String[] parts = word.split("=", 2);
            words.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return words;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
