package dev.membersync.sync.proof;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Visibility;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Audit;
import dev.membersync.sync.store.AuditRow;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.Cursors;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.Work;
import dev.membersync.sync.workflow.MembersToAttendees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Well-known ways to get change detection wrong. */
final class ScanBugs {
    private ScanBugs() {}

    /** The cursor is saved first, and what it passed is marked afterwards, in a transaction of its own. */
    static Variation cursorFirst() {
        return new Variation() {
            @Override
            public SyncStore store(SyncStore real, Sim sim) {
                return Changed.in(SyncStore.class, real, new Object() {
                    @SuppressWarnings("unused")
                    <T> T inTransaction(Scope scope, Function<Tx, T> work) {
                        List<Consumer<Tx>> later = new ArrayList<>();
                        T result = real.inTransaction(scope, tx -> {
                            CursorFirst first = new CursorFirst(tx, later, new HashSet<>());
                            T done = work.apply(Changed.in(Tx.class, tx, first));
                            if (first.saved().isEmpty()) {
                                later.forEach(mark -> mark.accept(tx));
                                later.clear();
                            }
                            return done;
                        });
                        if (!later.isEmpty()) {
                            sim.step("between cursor and marks");
                            real.inTransaction(scope, tx -> {
                                later.forEach(mark -> mark.accept(tx));
                                return true;
                            });
                        }
                        return result;
                    }
                });
            }
        };
    }

    private record CursorFirst(Tx real, List<Consumer<Tx>> later, Set<String> saved) {
        @SuppressWarnings("unused")
        Cursors cursors() {
            return Changed.in(Cursors.class, real.cursors(), new Object() {
                @SuppressWarnings("unused")
                void save(Cursor cursor) {
                    saved.add(cursor.feed());
                    real.cursors().save(cursor);
                }
            });
        }

        @SuppressWarnings("unused")
        Work work() {
            return Changed.in(Work.class, real.work(), new Object() {
                @SuppressWarnings("unused")
                void mark(Collection<String> userIds, Lane lane, Instant now) {
                    List<String> copy = List.copyOf(userIds);
                    later.add(tx -> tx.work().mark(copy, lane, now));
                }
            });
        }
    }

    /** The first change after a write of ours is taken for its echo. */
    static Variation echoByFlag() {
        Set<String> flags = new HashSet<>();
        return new StoreBug() {
            @Override
            Tx wrong(Tx real, Sim sim) {
                return Changed.in(Tx.class, real, new EchoFlags(real, flags));
            }
        };
    }

    private record EchoFlags(Tx real, Set<String> flags) {
        @SuppressWarnings("unused")
        Audit audit() {
            return Changed.in(Audit.class, real.audit(), new Object() {
                @SuppressWarnings("unused")
                void append(AuditRow row) {
                    if (row.operation().equals("UPDATE")) {
                        flags.add(row.userId());
                    }
                    real.audit().append(row);
                }
            });
        }

        @SuppressWarnings("unused")
        Work work() {
            return Changed.in(Work.class, real.work(), new Object() {
                @SuppressWarnings("unused")
                void mark(Collection<String> userIds, Lane lane, Instant now) {
                    List<String> echoes = userIds.stream().filter(flags::remove).toList();
                    echoes.forEach(EchoFlags.this::believe);
                    real.work()
                            .mark(
                                    userIds.stream()
                                            .filter(id -> !echoes.contains(id))
                                            .toList(),
                                    lane,
                                    now);
                }
            });
        }

        private void believe(String userId) {
            Link link = real.links().find(List.of(userId)).get(userId);
            MemberRow row = real.members().find(List.of(userId)).get(userId);
            if (link != null && row != null) {
                Map<String, Base> base = new HashMap<>(link.base());
                row.marks()
                        .forEach((field, mark) -> base.compute(
                                field, (name, old) -> Base.agreed(mark, old == null ? Mark.UNSEEN : old.right())));
                real.links().replace(link.withBase(base, link.mapping()));
            }
        }
    }

    /** Who is missing from a list is taken to have left. */
    static Variation deleteOnAbsence() {
        return new Variation() {
            @Override
            public MemberDirectory directory(MemberDirectory real) {
                Set<String> listed = new HashSet<>();
                return Changed.in(MemberDirectory.class, real, new Object() {
                    @SuppressWarnings("unused")
                    Iterable<List<Member>> pages() {
                        List<List<Member>> pages = new ArrayList<>();
                        real.pages().forEach(pages::add);
                        listed.clear();
                        pages.forEach(page -> page.forEach(member -> listed.add(member.userId())));
                        return pages;
                    }

                    @SuppressWarnings("unused")
                    Optional<Member> find(String userId) {
                        return real.find(userId).map(member -> listed.contains(userId) ? member : left(member));
                    }
                });
            }
        };
    }

    private static Member left(Member member) {
        return new Member(
                member.userId(),
                member.email(),
                member.fullName(),
                Value.of(Sim.LEFT),
                member.planId(),
                member.fields());
    }

    /** A hash over several values in the order in which they happen to come. */
    static Variation unsorted() {
        AtomicInteger reads = new AtomicInteger();
        return new Variation() {
            @Override
            public MembersToAttendees workflow(MembersToAttendees real) {
                return real.with(new AsTheyCome(reads));
            }
        };
    }

    private record AsTheyCome(AtomicInteger reads) implements FieldMapper {
        @Override
        public String name() {
            return "all values";
        }

        @Override
        public Value left(Member member) {
            String one = "\"id\":\"" + member.userId() + "\"";
            String other = "\"member\":true";
            return Value.of("{" + (reads.getAndIncrement() % 3 == 0 ? one + "," + other : other + "," + one) + "}");
        }

        @Override
        public Value right(Registration registration) {
            return registration.answer(Sim.PROFILE);
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {
            value.text().ifPresent(text -> draft.answer(Sim.PROFILE, text));
        }

        @Override
        public Visibility visibility() {
            return Visibility.DETAIL;
        }
    }
}
