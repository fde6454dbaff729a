package dev.membersync.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that ran to its end. */
record Program(int status, String output) {
    /** For a JVM that lives for seconds: it compiles little, and is done before one that compiles well. */
    static final String BRIEF = "-XX:TieredStopAtLevel=1";

    /** Maven compiles more than there is room for by itself. */
    private static final String MAVEN = BRIEF + " -XX:ReservedCodeCacheSize=256m";

    /** Runs it in a folder; both of its streams are the output. One that takes ten minutes is ended and fails. */
    static Program run(Path folder, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().merge("MAVEN_OPTS", MAVEN, (given, brief) -> given + " " + brief);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + command);
            }
            return new Program(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same, when it ended well. */
    Program orFail() {
        if (status != 0) {
            throw new AssertionError("ended with " + status + ":\n" + output);
        }
        return this;
    }
}
