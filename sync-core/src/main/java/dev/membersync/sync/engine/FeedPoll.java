package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One reading of the feeds for all workflows of an event. It begins where the one that is furthest behind stands; each page
 * is handed to all, and each keeps it in a transaction of its own. Who fails with a page leaves the reading, and the others
 * go on; a reading that fails has failed for all who are left.
 */
final class FeedPoll {
    private final Map<LiveFlow, Run> readers = new LinkedHashMap<>();

    private FeedPoll() {}

    /** Asks the feeds that can say what changed. */
    static void go(List<LiveFlow> flows, Instant now) {
        FeedPoll reading = new FeedPoll();
        flows.forEach(flow -> flow.beginPoll(now).ifPresent(run -> reading.readers.put(flow, run.inLane(Lane.VERIFY))));
        reading.read((flow, run) -> new OrdersPoll(run));
        reading.read((flow, run) -> new MembersPoll(run, now, flow.lastScan().orElse(now)));
    }

    private <P> void read(BiFunction<LiveFlow, Run, Poll<P>> begin) {
        Map<LiveFlow, Poll<P>> polls = new LinkedHashMap<>();
        List.copyOf(readers.entrySet())
                .forEach(one -> attempt(
                        one.getKey(), () -> polls.put(one.getKey(), begin.apply(one.getKey(), one.getValue()))));
        try {
            if (!walk(polls)) {
                return;
            }
        } catch (RuntimeException failure) {
            List.copyOf(polls.keySet()).forEach(flow -> leave(flow, failure));
            return;
        }
        polls.forEach((flow, poll) -> attempt(flow, () -> flow.polled(poll)));
    }

    /** Hands every page to everybody; false when there are none to be had. */
    private <P> boolean walk(Map<LiveFlow, Poll<P>> polls) {
        Optional<Instant> from = polls.values().stream().map(Poll::from).min(Instant::compareTo);
        if (from.isEmpty()) {
            return false;
        }
        Map.Entry<LiveFlow, Poll<P>> reader = polls.entrySet().iterator().next();
        LiveFlow first = reader.getKey();
        Optional<Iterable<P>> feed = reader.getValue().since(from.get());
        if (feed.isEmpty()) {
            return false;
        }
        long began = first.parts.time().nanos();
        for (P page : feed.get()) {
            long pageBegan = began;
            polls.entrySet()
                    .removeIf(one -> !attempt(one.getKey(), () -> one.getValue().take(page, pageBegan)));
            if (polls.isEmpty()) {
                return false;
            }
            began = first.parts.time().nanos();
        }
        return true;
    }

    private boolean attempt(LiveFlow flow, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failure) {
            leave(flow, failure);
            return false;
        }
    }

    private void leave(LiveFlow flow, RuntimeException failure) {
        readers.remove(flow);
        flow.pollFailed(failure);
    }
}
