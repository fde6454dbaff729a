package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.store.WorkItem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Members that were read in this run and still have to be worked on, so that the work needs no second read. Bounded: what
 * does not fit is read again, with its page or by itself. Thread-safe.
 *
 * <p>While news comes in, a row of a list may be older than what was read of the member since: each read by id is noted
 * with the time it began, a row that began before it loses, and one that began shortly after it is not kept, because lists
 * lag behind.
 */
final class Observations {
    private static final long LAG = Duration.ofMinutes(2).toNanos();
    private static final int MOST_READS = 10_000;

    /** At the vendors' limit so many are registered before what was seen of the first is too old to write from. */
    private static final int MANY = 1_000;

    private final int capacity;
    private final boolean live;
    private final Map<String, Seen> kept = new ConcurrentHashMap<>();
    private final Map<String, Long> reads = new ConcurrentHashMap<>();
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();
    private volatile List<Map<String, Seen>> shown = List.of();
    private final AtomicLong pages = new AtomicLong();
    private final AtomicLong offered = new AtomicLong();

    /**
     * A member as a list showed it.
     *
     * @param nanos when the reading of its page began, by the monotonic clock
     */
    record Seen(Member member, long nanos) {}

    Observations(int capacity) {
        this(capacity, false);
    }

    private Observations(int capacity, boolean live) {
        this.capacity = capacity;
        this.live = live;
    }

    /** Observations beside which news comes in: each serves once, and only work that no news has made urgent. */
    static Observations live(int capacity) {
        return new Observations(capacity, true);
    }

    /** A page is about to be read. */
    void pageBegins(long nanos) {
        pages.incrementAndGet();
        forgetReads(nanos);
    }

    private void forgetReads(long nanos) {
        reads.values().removeIf(began -> began - nanos < -LAG);
    }

    /** A member was read by id; the read began at this time. */
    void read(String userId, long nanos) {
        if (live) {
            if (reads.size() > MOST_READS) {
                forgetReads(nanos);
            }
            reads.merge(userId, nanos, Math::max);
        }
    }

    /** Whether a page that began at this time is older than what was read of the member. */
    boolean isNewerThan(long pageBegan, String userId) {
        Long began = reads.get(userId);
        return began != null && began - pageBegan >= 0;
    }

    void keep(Member member, long pageBegan) {
        offered.incrementAndGet();
        if (isNewerThan(pageBegan - LAG, member.userId())) {
            kept.remove(member.userId());
        } else if (kept.size() < capacity || kept.containsKey(member.userId())) {
            kept.put(member.userId(), new Seen(member, pageBegan));
        }
    }

    /** Shows the members of one page that is being read again, and those of the page before; its reading began at this time. */
    void show(List<Member> members, long pageBegan) {
        Map<String, Seen> page = new HashMap<>();
        members.forEach(member -> page.put(member.userId(), new Seen(member, pageBegan)));
        shown = Stream.concat(Stream.of(page), shown.stream().limit(1)).toList();
    }

    Optional<Seen> find(WorkItem item) {
        if (!live) {
            return Stream.concat(shown.stream(), Stream.of(kept))
                    .flatMap(seen -> Stream.ofNullable(seen.get(item.userId())))
                    .findFirst();
        }
        Optional<Seen> last = Optional.ofNullable(kept.remove(item.userId()));
        return item.lane() == Lane.BACKFILL && item.attempts() == 0 ? last : Optional.empty();
    }

    /**
     * True when to read the list again costs less than to read those by themselves who were not kept or, where something is
     * written, were seen too long ago when their turn comes.
     */
    boolean areWorthAnotherList(boolean writes) {
        return !live && offered.get() > Math.max(writes ? MANY : capacity, pages.get());
    }

    /** Something was heard of the member's ticket: it is to be read again. */
    void doubt(String userId) {
        doubted.add(userId);
    }

    boolean isDoubted(String userId) {
        return doubted.contains(userId);
    }

    /** The ticket was read. */
    void settle(String userId) {
        doubted.remove(userId);
    }
}
