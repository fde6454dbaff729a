package dev.membersync.examples.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapLogTest {
    @Test
    void thePeaksBeforeAndAfterCollectionsAreRead() {
        HeapLog heap = HeapLog.of(List.of(
                "[0.034s][info][gc] Using G1",
                "[0.713s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->4M(256M) 5.117ms",
                "[1.2s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 19M->6M(256M) 3.1ms"));

        assertThat(heap).isEqualTo(new HeapLog(23, 6));
        assertThat(heap.and(new HeapLog(30, 5))).isEqualTo(new HeapLog(30, 6));
    }
}
