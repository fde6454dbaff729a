package dev.membersync.examples.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class MicroBenchmarksTest {
    static {
        // Nothing is measured here, so another build on the machine does not matter.
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void everyMethodOfTheTablesRuns() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\.[A-Z][A-Za-z]+Benchmark\\.")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();

        assertThat(results)
                .extracting(result -> name(result))
                .containsExactlyInAnyOrderElementsOf(MicroBenchmarks.all());
    }

    @Test
    void theRawWayReadsTheSameUserAsTheClient() throws Exception {
        CallBenchmark benchmark = new CallBenchmark();

        assertThat(benchmark.call().fullName()).contains(benchmark.raw().fullName());
        assertThat(benchmark.callAsync()).isEqualTo(benchmark.call());
    }

    @Test
    void theCannedReplyHas256Bytes() {
        assertThat(RawUsers.REPLY).hasSize(256);
    }

    @Test
    void bothWaysOfAMappingSayTheSame() {
        MappingBenchmark benchmark = new MappingBenchmark();

        assertThat(benchmark.projection().values().stream()
                        .map(value -> value.text().orElseThrow()))
                .hasSameSizeAs(benchmark.projectionByHand().values())
                .contains("Ada Lovelace", "1", "active", "m00001");
        assertThat(benchmark.projectionByHand().values()).contains("Ada Lovelace", "1", "active", "m00001");
    }

    @Test
    void bothWaysOfAHashSayTheSame() throws Exception {
        HashBenchmark benchmark = new HashBenchmark();

        assertThat(benchmark.mark()).isEqualTo(benchmark.rawMac());
    }

    @Test
    void theWebhooksAreGood() throws Exception {
        WebhookBenchmark benchmark = new WebhookBenchmark();

        assertThat(List.of(benchmark.hmac(), benchmark.publicKey()))
                .extracting(Enum::name)
                .containsOnly("VALID");
        assertThat(benchmark.rawHmac() && benchmark.rawPublicKey()).isTrue();
    }

    private static String name(RunResult result) {
        String[] parts = result.getParams().getBenchmark().split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}
