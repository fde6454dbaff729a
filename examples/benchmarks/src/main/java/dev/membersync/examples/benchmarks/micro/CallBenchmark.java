package dev.membersync.examples.benchmarks.micro;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.JdkTransport;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.User;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Reading one user of 256 bytes: everything but the network. Both ways build the JDK's request, take the body through a
 * subscriber and read it with Jackson; the client's way adds deadline, retry, budget, token, log and errors.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
    private static final String BASE = "https://memberships.example.org";
    private static final String KEY = "a-key-of-the-benchmark";

    private final CannedHttpClient canned = new CannedHttpClient(RawUsers.REPLY);
    private final RawUsers raw = new RawUsers(canned, BASE, KEY);
    private final MembershipsClient client = MembershipsClient.builder(MembershipsProfile.STANDARD)
            .baseUrl(URI.create(BASE))
            .apiKey(Secret.of(KEY))
            .transport(JdkTransport.builder().client(canned).build())
            .rateBudget(RateBudget.of(RateLimit.of(1_000_000, Duration.ofMillis(100)), Time.system()))
            .build();

    /** The JDK and Jackson. */
    @Benchmark
    public RawUsers.RawUser raw() throws IOException, InterruptedException {
        return raw.user("m00001");
    }

    /** The client. */
    @Benchmark
    public User call() {
        return client.users().user("m00001").execute();
    }

    /** The client's other path. */
    @Benchmark
    public User callAsync() {
        return client.users().user("m00001").executeAsync().join();
    }
}
