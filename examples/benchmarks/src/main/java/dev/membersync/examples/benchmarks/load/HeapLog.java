package dev.membersync.examples.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the log of the garbage collector says about the heap, in MiB.
 *
 * @param peak most that was in use before a collection
 * @param live most that was in use after one
 */
record HeapLog(int peak, int live) {
    static final HeapLog NONE = new HeapLog(0, 0);

    private static final Pattern PAUSE = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    /** Of the lines of {@code -Xlog:gc}. */
    static HeapLog of(List<String> lines) {
        int peak = 0;
        int live = 0;
        for (String line : lines) {
            Matcher matcher = PAUSE.matcher(line);
            if (matcher.find()) {
                peak = Math.max(peak, Integer.parseInt(matcher.group(1)));
                live = Math.max(live, Integer.parseInt(matcher.group(2)));
            }
        }
        return new HeapLog(peak, live);
    }

    /** Of a file, which need not be there. */
    static HeapLog read(Path file) throws IOException {
        return Files.exists(file) ? of(Files.readAllLines(file)) : NONE;
    }

    HeapLog and(HeapLog other) {
        return new HeapLog(Math.max(peak, other.peak), Math.max(live, other.live));
    }
}
