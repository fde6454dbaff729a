package dev.membersync.examples.benchmarks.micro;

import dev.membersync.sync.record.Marker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The keyed hash of one field, beside the JDK's HMAC over the same bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HashBenchmark {
    private static final byte[] KEY = "a store key of the benchmark".getBytes(StandardCharsets.US_ASCII);

    private final Marker marker = Marker.keyed(KEY);
    private final Mac mac = ready();
    private final String name = "email#1";
    private final String text = "ada.lovelace@example.org";

    /** The mark of a field. */
    @Benchmark
    public long mark() {
        return marker.hash(name, text);
    }

    /** One Mac, made once and used again by one thread. */
    @Benchmark
    public long rawMac() {
        mac.update(name.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static Mac ready() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
