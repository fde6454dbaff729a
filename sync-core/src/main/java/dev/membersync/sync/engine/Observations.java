package dev.membersync.sync.engine;

import dev.membersync.sync.record.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Members that were read in this run and still have to be worked on, so that the work needs no second read. Bounded: what
 * does not fit is read again, page by page. Thread-safe.
 */
final class Observations {
    private final int capacity;
    private final Map<String, Member> kept = new ConcurrentHashMap<>();
    private volatile Map<String, Member> page = Map.of();
    private volatile boolean overflowed;

    Observations(int capacity) {
        this.capacity = capacity;
    }

    void keep(Member member) {
        if (kept.size() < capacity || kept.containsKey(member.userId())) {
            kept.put(member.userId(), member);
        } else {
            overflowed = true;
        }
    }

    /** Shows the members of one page that is being read again. */
    void show(List<Member> members) {
        page = members.stream().collect(Collectors.toMap(Member::userId, Function.identity(), (a, b) -> b));
    }

    Optional<Member> find(String userId) {
        return Optional.ofNullable(kept.get(userId)).or(() -> Optional.ofNullable(page.get(userId)));
    }

    /** True when some members had to be dropped. */
    boolean isIncomplete() {
        return overflowed;
    }
}
