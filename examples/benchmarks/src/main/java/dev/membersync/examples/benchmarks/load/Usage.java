package dev.membersync.examples.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process took from the machine, by Linux's own account of it.
 *
 * @param peakBytes largest resident set
 * @param cpuSeconds processor time of all its threads
 * @param writtenBytes what it caused to be written to disks
 */
record Usage(long peakBytes, double cpuSeconds, long writtenBytes) {
    static final Usage NONE = new Usage(0, 0, 0);

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern WRITTEN = Pattern.compile("(?m)^write_bytes: (\\d+)");
    private static final double TICKS_PER_SECOND = 100;

    /** Of a process that is running; what was known before when it is not any more, or where there is no such account. */
    static Usage of(long pid, Usage before) {
        Path folder = Path.of("/proc", String.valueOf(pid));
        try {
            String status = Files.readString(folder.resolve("status"));
            String stat = Files.readString(folder.resolve("stat"));
            String io = Files.readString(folder.resolve("io"));
            return new Usage(number(PEAK, status) * 1024, cpu(stat), number(WRITTEN, io)).atLeast(before);
        } catch (IOException gone) {
            return before;
        }
    }

    /** User and system time are the 14th and 15th word; the 2nd is a name in brackets that may hold blanks. */
    private static double cpu(String stat) {
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS_PER_SECOND;
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** A process that is ending shows no memory any more. */
    private Usage atLeast(Usage other) {
        return new Usage(
                Math.max(peakBytes, other.peakBytes),
                Math.max(cpuSeconds, other.cpuSeconds),
                Math.max(writtenBytes, other.writtenBytes));
    }

    /** Of two processes, at the same time or one after the other: the larger peak, and the sums. */
    Usage and(Usage other) {
        return new Usage(
                Math.max(peakBytes, other.peakBytes), cpuSeconds + other.cpuSeconds, writtenBytes + other.writtenBytes);
    }
}
