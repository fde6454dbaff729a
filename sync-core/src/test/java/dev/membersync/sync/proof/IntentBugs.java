package dev.membersync.sync.proof;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.Booking;
import dev.membersync.sync.adapter.PayResult;
import dev.membersync.sync.adapter.Tag;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Intents;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.Work;
import dev.membersync.sync.store.WorkItem;
import dev.membersync.sync.story.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Well-known ways to get a create without an idempotency key wrong. */
final class IntentBugs {
    private IntentBugs() {}

    /** An intent that somebody opens and that later is not found again. */
    private abstract static class Forgetful<T> extends StoreBug {
        private final Map<String, T> opened = new HashMap<>();

        abstract T stamp(String userId, Tx tx, Sim sim);

        abstract boolean isLost(T then, T now);

        @Override
        Tx wrong(Tx real, Sim sim) {
            Intents open = real.intents();
            BiPredicate<String, T> lost =
                    (userId, now) -> opened.containsKey(userId) && isLost(opened.get(userId), now);
            return Changed.in(Tx.class, real, new Object() {
                @SuppressWarnings("unused")
                Intents intents() {
                    return Changed.in(Intents.class, open, new Object() {
                        @SuppressWarnings("unused")
                        Optional<Intent> find(String userId) {
                            return open.find(userId).filter(intent -> !lost.test(userId, stamp(userId, real, sim)));
                        }

                        @SuppressWarnings("unused")
                        Intents.Opened open(Intent intent) {
                            T now = stamp(intent.userId(), real, sim);
                            if (lost.test(intent.userId(), now)) {
                                open.remove(intent.userId());
                            }
                            opened.put(intent.userId(), now);
                            return open.open(intent);
                        }
                    });
                }
            });
        }
    }

    /** The intent is found by what is sent: an edit between a lost answer and the retry makes another one. */
    static Variation keyedByPayload() {
        return new Forgetful<Map<String, Mark>>() {
            @Override
            Map<String, Mark> stamp(String userId, Tx tx, Sim sim) {
                return Optional.ofNullable(tx.members().find(List.of(userId)).get(userId))
                        .map(MemberRow::marks)
                        .orElse(Map.of());
            }

            @Override
            boolean isLost(Map<String, Mark> then, Map<String, Mark> now) {
                return !then.equals(now);
            }
        };
    }

    /** The intent is forgotten after an hour. */
    static Variation expiring() {
        return new Forgetful<Instant>() {
            @Override
            Instant stamp(String userId, Tx tx, Sim sim) {
                return sim.now();
            }

            @Override
            boolean isLost(Instant then, Instant now) {
                return now.isAfter(then.plus(Duration.ofHours(1)));
            }
        };
    }

    /** Whatever the service answers ends the intent, a gateway's 502 after the effect too. */
    static Variation clearedByAnyAnswer() {
        return new Variation() {
            @Override
            public TicketDesk desk(TicketDesk real, World world) {
                return Changed.in(TicketDesk.class, real, new Object() {
                    @SuppressWarnings("unused")
                    PayResult pay(String orderId, Booking booking) {
                        try {
                            return real.pay(orderId, booking);
                        } catch (ApiException answer) {
                            if (!(answer instanceof TransportException)) {
                                Tag.userId(booking.note()).ifPresent(userId -> forget(world.store, userId));
                            }
                            throw answer;
                        }
                    }
                });
            }
        };
    }

    private static void forget(SyncStore store, String userId) {
        store.inTransaction(Sim.SCOPE, tx -> {
            tx.intents().remove(userId);
            return true;
        });
    }

    /** A key is taken before the create and given back by nobody when the process dies: whoever comes again is a duplicate. */
    static Variation eagerKey() {
        Set<String> taken = new HashSet<>();
        return new Variation() {
            @Override
            public SyncStore store(SyncStore real, Sim sim) {
                Set<String> ours = new HashSet<>(); // of this process
                return new StoreBug() {
                    @Override
                    Tx wrong(Tx tx, Sim unused) {
                        return eager(tx, taken, ours);
                    }
                }.store(real, sim);
            }
        };
    }

    private static Tx eager(Tx real, Set<String> taken, Set<String> ours) {
        return Changed.in(Tx.class, real, new Object() {
            @SuppressWarnings("unused")
            Intents intents() {
                return Changed.in(Intents.class, real.intents(), new Object() {
                    @SuppressWarnings("unused")
                    Intents.Opened open(Intent intent) {
                        taken.add(intent.userId());
                        ours.add(intent.userId());
                        return real.intents().open(intent);
                    }
                });
            }

            @SuppressWarnings("unused")
            Work work() {
                return Changed.in(Work.class, real.work(), new Duplicates(real, taken, ours));
            }
        });
    }

    /** A queue that drops what it takes for a duplicate. */
    private record Duplicates(Tx real, Set<String> taken, Set<String> ours) {
        private boolean isDuplicate(String userId) {
            return taken.contains(userId)
                    && !ours.contains(userId)
                    && real.links().find(List.of(userId)).isEmpty();
        }

        @SuppressWarnings("unused")
        void mark(Collection<String> userIds, Lane lane, Instant now) {
            real.work()
                    .mark(
                            userIds.stream()
                                    .filter(userId -> !isDuplicate(userId))
                                    .toList(),
                            lane,
                            now);
        }

        @SuppressWarnings("unused")
        List<WorkItem> lease(int limit, String owner, Instant now, Duration lease) {
            List<WorkItem> items = real.work().lease(limit, owner, now, lease);
            items.stream().filter(item -> isDuplicate(item.userId())).forEach(item -> {
                real.work().done(item);
                real.intents().remove(item.userId());
            });
            return items.stream().filter(item -> !isDuplicate(item.userId())).toList();
        }
    }
}
