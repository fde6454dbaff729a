package dev.membersync.sync.engine;

import dev.membersync.sync.store.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * A discrete-event model of members that are created at a target without idempotency keys. Of 100 creates 15 are
 * answered wrongly or not at all: 3 are lost before and 4 after the effect, 2 take effect up to 20 s late, 2 answer 502
 * and 1 answers 422 after the effect, 3 answer 503 without one. Its search shows a record 5 s after it was made. 30 % of
 * the members are edited meanwhile, a third of those get another address. The process is killed at 2 % of its steps, and
 * sometimes stands still for longer than its lease.
 */
final class CreateSimulation {
    /** What a run came to. */
    record Outcome(int members, int duplicates, int unlinked, int wrong, int open, int reviews, int calls) {
        Outcome plus(Outcome other) {
            return new Outcome(
                    members + other.members,
                    duplicates + other.duplicates,
                    unlinked + other.unlinked,
                    wrong + other.wrong,
                    open + other.open,
                    reviews + other.reviews,
                    calls + other.calls);
        }

        double duplicatesPerThousand() {
            return 1000.0 * duplicates / members;
        }

        double callsPerMember() {
            return (double) calls / members;
        }
    }

    /** How creates are made. */
    @FunctionalInterface
    interface Way {
        /** Works on one member; the wait until it is due again, in milliseconds, or nothing when it is done. */
        Optional<Long> work(CreateSimulation world, int member);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Made(String ref, int owner, long key, long at) {}

    private record Due(long at, long order, int member, boolean edit) {}

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Scope SCOPE = new Scope("account", "event", "", "workflow");
    private static final long SEARCH_LAG = 5_000;
    private static final int LATE_APPLY = 20_000;
    private static final long LEASE = 30_000;
    private static final long HOUR = 3_600_000;

    private final Random random;
    private final SettleTraits traits;
    private final long[] keys;
    private final int[] attempts;
    private final List<Made> made = new ArrayList<>();
    private final Map<Long, List<Made>> byKey = new HashMap<>();
    private final Map<Integer, String> links = new HashMap<>();
    private final Map<String, Integer> linkedTo = new HashMap<>();
    private final Set<Integer> reviews = new HashSet<>();
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private final IntentsOnlyStore store = new IntentsOnlyStore();
    private final KeylessCreates creates;
    private long now;
    private long order;
    private int calls;

    private CreateSimulation(long seed, int members, double shared, SettleTraits traits) {
        this.random = new Random(seed);
        this.traits = traits;
        this.keys = new long[members];
        this.attempts = new int[members];
        this.creates = new KeylessCreates(
                new OpenCreates(store, SCOPE, (tx, userId, ref) -> link(Integer.parseInt(userId), ref)),
                traits,
                () -> START.plusMillis(now),
                () -> now * 1_000_000,
                this::step);
        for (int member = 0; member < members; member++) {
            keys[member] = member > 0 && random.nextDouble() < shared ? keys[random.nextInt(member)] : member;
            due(random.nextInt(2_000), member);
            if (random.nextInt(100) < 30) {
                queue.add(new Due(random.nextInt(60_000), order++, member, true));
            }
        }
    }

    static Outcome run(long seed, int members, double shared, SettleTraits traits, Way way) {
        CreateSimulation world = new CreateSimulation(seed, members, shared, traits);
        while (!world.queue.isEmpty()) {
            Due due = world.queue.remove();
            world.now = Math.max(world.now, due.at());
            if (due.edit() && world.random.nextInt(3) == 0) {
                world.keys[due.member()] = world.random.nextLong(1_000_000, 1_000_000 + members);
            }
            world.work(way, due.member());
        }
        return world.outcome();
    }

    /** The real thing. */
    Optional<Long> settled(int member) {
        long key = keys[member];
        Settled settled =
                creates.advance(Integer.toString(member), key, new Target(member, key), (now + LEASE) * 1_000_000);
        if (settled instanceof Settled.Waits waits) {
            return Optional.of(waits.at().toEpochMilli() - START.toEpochMilli() - now + 1);
        }
        if (settled instanceof Settled.Review) {
            reviews.add(member);
            return Optional.empty();
        }
        return settled instanceof Settled.Linked ? Optional.empty() : Optional.of(2_000L);
    }

    /** The real thing on a store that forgot that one key has one open create. */
    Optional<Long> settledWithoutKeys(int member) {
        store.forgetKeys();
        return settled(member);
    }

    /** Posts until an answer is good. */
    Optional<Long> postedAgain(int member) {
        SendAnswer answer = new Target(member, keys[member]).send();
        step("answered");
        if (answer instanceof SendAnswer.Applied applied) {
            link(member, applied.ref());
            return Optional.empty();
        }
        return Optional.of(1_000L << Math.min(attempts[member]++, 5));
    }

    /** Looks for an unlinked record with the key before each post. */
    Optional<Long> searchedFirst(int member) {
        Optional<CreateTarget.Found> free = new Target(member, keys[member])
                .find(keys[member]).stream().filter(record -> !record.linked()).findFirst();
        step("searched");
        if (free.isPresent()) {
            link(member, free.get().ref());
            return Optional.empty();
        }
        return postedAgain(member);
    }

    private void work(Way way, int member) {
        if (links.containsKey(member)) {
            return;
        }
        try {
            way.work(this, member).ifPresent(wait -> due(now + wait, member));
        } catch (Killed e) {
            now += 1_000 + random.nextInt(4_000);
            due(now, member);
        }
    }

    private void step(String name) {
        if (random.nextInt(100) < 2) {
            throw new Killed();
        }
        if (name.equals("sent") && random.nextInt(200) == 0) {
            now += LEASE + random.nextInt(10_000);
        }
    }

    /** After an hour nobody comes back: a member behind an open question would wait for ever. */
    private void due(long at, int member) {
        if (at < HOUR) {
            queue.add(new Due(at, order++, member, false));
        }
    }

    private boolean link(int member, String ref) {
        if (linkedTo.putIfAbsent(ref, member) != null) {
            return links.getOrDefault(member, "").equals(ref);
        }
        links.put(member, ref);
        return true;
    }

    private Outcome outcome() {
        Map<String, Integer> owners = new HashMap<>();
        made.forEach(record -> owners.put(record.ref(), record.owner()));
        int wrong = (int) links.entrySet().stream()
                .filter(link -> !link.getKey().equals(owners.get(link.getValue())))
                .count();
        int duplicates = made.size() - new HashSet<>(owners.values()).size();
        return new Outcome(
                keys.length, duplicates, keys.length - links.size(), wrong, (int) store.count(), reviews.size(), calls);
    }

    private final class Target implements CreateTarget {
        private final int member;
        private final long key;

        Target(int member, long key) {
            this.member = member;
            this.key = key;
        }

        @Override
        public SendAnswer send() {
            called();
            int fate = random.nextInt(100);
            if (fate < 3) {
                return SendAnswer.lost();
            }
            if (fate < 6) {
                return SendAnswer.of(503, Optional.empty(), traits);
            }
            String ref = make(fate < 8 ? random.nextInt(LATE_APPLY) : 0);
            if (fate < 12) {
                return SendAnswer.lost();
            }
            return SendAnswer.of(fate < 14 ? 502 : fate < 15 ? 422 : 201, Optional.of(ref), traits);
        }

        @Override
        public List<Found> find(long matchKey) {
            called();
            return byKey.getOrDefault(matchKey, List.of()).stream()
                    .filter(record -> record.at() + SEARCH_LAG <= now)
                    .map(record ->
                            new Found(record.ref(), START.plusMillis(record.at()), linkedTo.containsKey(record.ref())))
                    .toList();
        }

        private String make(long later) {
            Made record = new Made("r" + made.size(), member, key, now + later);
            made.add(record);
            byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(record);
            return record.ref();
        }

        private void called() {
            calls++;
            now += 20 + random.nextInt(100);
        }
    }
}
