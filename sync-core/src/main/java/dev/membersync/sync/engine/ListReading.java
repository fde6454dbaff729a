package dev.membersync.sync.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One reading of both full lists for all workflows of an event: the calls of one. It takes place for those for whom it is
 * due; the others join, as it costs nothing more. Who fails with a page leaves the reading, and the others go on; a reading
 * that fails has failed for all who are left.
 */
final class ListReading {
    private final Map<LiveFlow, Census> readers = new LinkedHashMap<>();

    private ListReading() {}

    /**
     * Reads both lists whole.
     *
     * @param flows those that share their lists, one of them due
     * @param between called after each page, so that nothing has to wait for the end
     */
    static void go(List<LiveFlow> flows, Runnable between) {
        List<LiveFlow> due = flows.stream().filter(LiveFlow::isScanDue).toList();
        ListReading reading = new ListReading();
        due.forEach(reading::join);
        if (!reading.readers.isEmpty()) {
            flows.stream().filter(flow -> !due.contains(flow)).forEach(reading::join);
            reading.read(between);
        }
    }

    private void join(LiveFlow flow) {
        attempt(flow, reader -> readers.put(reader, reader.beginScan()));
    }

    private void read(Runnable between) {
        LiveFlow first = readers.keySet().iterator().next();
        Together<LiveFlow> all = Together.of(List.copyOf(readers.keySet()), this::leave);
        try {
            first.during(between, () -> Census.take(all, readers::get));
        } catch (RuntimeException failure) {
            List.copyOf(readers.keySet()).forEach(flow -> leave(flow, failure));
        }
        List.copyOf(readers.entrySet())
                .forEach(one ->
                        attempt(one.getKey(), flow -> flow.during(between, () -> flow.scanned(one.getValue()))));
    }

    private void attempt(LiveFlow flow, Consumer<LiveFlow> work) {
        try {
            work.accept(flow);
        } catch (RuntimeException failure) {
            leave(flow, failure);
        }
    }

    private void leave(LiveFlow flow, RuntimeException failure) {
        readers.remove(flow);
        flow.scanFailed(failure);
    }
}
