package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeRequest;
import dev.membersync.testkit.FakeService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The application as a process of its own, which can be killed without warning. Where its store is and what it runs are
 * the caller's: the same deaths serve every store and every mode.
 */
final class Victim {
    private static final int PATIENCE = 240;

    private final Path folder;
    private final List<String> settings;
    private final Map<String, String> environment;
    private final AtomicReference<CountDownLatch> requests = new AtomicReference<>(new CountDownLatch(0));

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

    /** Starts a command and kills it when so many requests have arrived; one that ends before is not killed. */
    void killAtRequest(int number, String... command) throws IOException, InterruptedException {
        CountDownLatch reached = new CountDownLatch(number);
        requests.set(reached);
        Process process = start(command);
        while (process.isAlive() && !reached.await(50, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait(); // a process that ends by itself sends fewer requests
        }
        process.destroyForcibly().waitFor();
    }

    /** Runs a command to its end. @return its exit status */
    int run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process start(String... command) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(settings);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), SyncApp.class.getName()));
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
