package dev.membersync.property;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a reader may do with one foreign input: return, or throw what it documents. It may take neither long nor much memory;
 * both are bounded far above what is needed, so that a slow machine does not matter.
 */
public final class Bounded {
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final long MOST_BYTES = 256L << 20;
    private static final long FACTOR = Long.getLong("property.factor", 1);
    private static final int SHOWN = 2_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounded() {}

    /** How many inputs: as many as usual, or more by the system property {@code property.factor}. */
    public static long rounds(int usual) {
        return usual * FACTOR;
    }

    /** A reader of foreign bytes. */
    @FunctionalInterface
    public interface Reader {
        /** Reads to the end. */
        void read() throws Exception;
    }

    /**
     * Reads one input that has to be read.
     *
     * @throws AssertionError naming the input, when anything is thrown
     */
    public static void read(byte[] input, Reader reader) {
        boolean unused = read(input, reader, Optional.empty());
    }

    /**
     * Reads one input.
     *
     * @return whether it was read; false when it was refused as documented
     * @throws AssertionError naming the input, when anything else happens
     */
    public static boolean read(byte[] input, Reader reader, Class<? extends Throwable> documented) {
        return read(input, reader, Optional.of(documented));
    }

    private static boolean read(byte[] input, Reader reader, Optional<Class<? extends Throwable>> documented) {
        long started = System.nanoTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        boolean read = tried(input, reader, documented);
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        long nanos = System.nanoTime() - started;
        if (nanos > LONGEST_NANOS || bytes > MOST_BYTES) {
            throw new AssertionError(nanos / 1_000_000 + " ms and " + bytes + " bytes for " + shown(input));
        }
        return read;
    }

    private static boolean tried(byte[] input, Reader reader, Optional<Class<? extends Throwable>> documented) {
        try {
            reader.read();
            return true;
        } catch (Throwable failure) { // an Error is a finding as well
            if (documented.isPresent() && documented.get().isInstance(failure)) {
                return false;
            }
            throw new AssertionError(failure + " for " + shown(input), failure);
        }
    }

    private static String shown(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        return input.length + " bytes: " + text.substring(0, Math.min(SHOWN, text.length()));
    }
}
