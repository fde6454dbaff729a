package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeRequest;
import dev.membersync.testkit.FakeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The application as a process of its own, which can be killed without warning. Where its store is and what it runs are
 * the caller's: the same deaths serve every store and every mode.
 */
final class Victim {
    private static final int PATIENCE = 240;
    private static final Pattern LISTENING = Pattern.compile("listening at (http://[^,]+),");

    private final Path folder;
    private final List<String> settings;
    private final Map<String, String> environment;
    private final AtomicReference<CountDownLatch> requests = new AtomicReference<>(new CountDownLatch(0));
    private Duration ahead = Duration.ZERO;

    /**
     * @param folder where {@code membersync.yaml} is, and where {@code out.txt} and {@code err.txt} go
     * @param settings options of the Java runtime
     */
    Victim(Path folder, List<String> settings, Map<String, String> environment) {
        this.folder = folder;
        this.settings = settings;
        this.environment = environment;
    }

    /** A service whose requests the victim can be killed by. */
    FakeService watching(FakeService service) {
        return new FakeService() {
            @Override
            public FakeReply handle(FakeRequest request) {
                requests.get().countDown();
                return service.handle(request);
            }
        };
    }

    /** From the next start on so much more time has passed than really has. */
    void later(Duration more) {
        ahead = ahead.plus(more);
    }

    /** Starts a command and kills it when so many requests have arrived; one that ends before is not killed. */
    void killAtRequest(int number, String... command) throws IOException, InterruptedException {
        CountDownLatch reached = count(number);
        Process process = start(command);
        while (process.isAlive() && !reached.await(50, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait(); // a process that ends by itself sends fewer requests
        }
        process.destroyForcibly().waitFor();
    }

    private CountDownLatch count(int number) {
        CountDownLatch reached = new CountDownLatch(number);
        requests.set(reached);
        return reached;
    }

    /** Waits until so many requests have arrived from now on; at most so long, because a live process may rest. */
    void awaitRequests(int number, Duration most) throws InterruptedException {
        boolean unused = count(number).await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Starts the live command and waits until it listens.
     *
     * @return the process; its standard input is open, and it ends when that is closed
     */
    Process live(AtomicReference<String> url) throws IOException, InterruptedException {
        Path told = folder.resolve("err.txt");
        int before = Files.exists(told) ? Files.readString(told).length() : 0;
        Process process = start("live");
        Matcher listening;
        do {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as(() -> read(told, before))
                    .isFalse();
            listening = LISTENING.matcher(read(told, before));
        } while (!listening.find());
        url.set(listening.group(1));
        return process;
    }

    private static String read(Path file, int from) {
        try {
            return Files.readString(file).substring(from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. @return its exit status */
    int run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** What the last command that ended by itself had to say. */
    String lastWords() {
        String said = read(folder.resolve("out.txt"), 0).stripTrailing();
        return said.substring(said.lastIndexOf('\n') + 1);
    }

    private Process start(String... command) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // it lives for seconds
        words.addAll(settings);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "-D" + LaterApp.AHEAD + "=" + ahead));
        words.add((ahead.isZero() ? SyncApp.class : LaterApp.class).getName());
        words.addAll(List.of(command));
        words.addAll(List.of("--config", folder.resolve("membersync.yaml").toString(), "--json"));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("out.txt").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("err.txt").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
