package dev.membersync.sync.engine;

import dev.membersync.client.time.Time;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.record.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Members that were read in this run and still have to be worked on, so that the work needs no second read. Bounded: what
 * does not fit is read again, page by page. Thread-safe.
 */
final class Observations {
    private final int capacity;
    private final Time time;
    private final Map<String, Seen> kept = new ConcurrentHashMap<>();
    private volatile Map<String, Seen> page = Map.of();
    private volatile boolean overflowed;

    private record Seen(Member member, long nanos) {}

    Observations(int capacity, Time time) {
        this.capacity = capacity;
        this.time = time;
    }

    void keep(Member member) {
        if (kept.size() < capacity || kept.containsKey(member.userId())) {
            kept.put(member.userId(), new Seen(member, time.nanos()));
        } else {
            overflowed = true;
        }
    }

    /** Shows the members of one page that is being read again. */
    void show(List<Member> members) {
        Map<String, Seen> shown = new HashMap<>();
        members.forEach(member -> shown.put(member.userId(), new Seen(member, time.nanos())));
        page = shown;
    }

    Optional<Member> find(String userId) {
        return seen(userId).map(Seen::member);
    }

    /** Whether what {@link #find} answers is too old to write by, see {@link MemberDirectory#WINDOW}. */
    boolean isOld(String userId) {
        return seen(userId)
                .filter(seen -> time.nanos() - seen.nanos() > MemberDirectory.WINDOW.toNanos())
                .isPresent();
    }

    /** True when some members had to be dropped. */
    boolean isIncomplete() {
        return overflowed;
    }

    private Optional<Seen> seen(String userId) {
        return Optional.ofNullable(kept.get(userId)).or(() -> Optional.ofNullable(page.get(userId)));
    }
}
