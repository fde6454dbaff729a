package dev.membersync.eventops.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.policy.Lane;
import dev.membersync.eventops.store.MemoryErasureBooks;
import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.TicketSighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure that is killed at any of its steps goes on where it was. */
class ErasureCrashTest {
    private static final Scope SCOPE = new Scope("account", "gala", "", "members-to-attendees");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final StoreKey KEY = StoreKey.ofSecret("a long random text for tests");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private int worlds;

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What the world is like; it outlives every process. */
    private final class World implements MembersSide, EventSide, OpenTickets {
        final Path receipts = folder.resolve("world" + worlds++);
        MemoryStore store = MemoryStore.create();
        final MemoryErasureBooks books = new MemoryErasureBooks();
        final Map<String, Sheet> answers = new HashMap<>();
        final TreeSet<String> revoked = new TreeSet<>();
        boolean member = true;
        boolean refuses;

        World() {
            PersonKeys keys = new PersonKeys(KEY.marker());
            store.inTransaction(SCOPE, tx -> {
                for (String id : List.of("T1", "T2")) {
                    long row = tx.tickets()
                            .save(List.of(new TicketSighting(
                                    new TicketRef(id, "B" + id, null, "77"),
                                    Optional.of(Access.LIVE),
                                    Map.of(),
                                    keys.email("ann@example.org"),
                                    OptionalLong.of(keys.name("Ann Lee")),
                                    Optional.empty(),
                                    Optional.of("m1"),
                                    OptionalLong.empty(),
                                    1)))
                            .get(0)
                            .row();
                    if (id.equals("T1")) {
                        tx.links()
                                .insert(new Link(
                                        "m1", row, Link.State.LIVE, Link.Origin.CREATED, Map.of(), "mapping", 1));
                    }
                    answers.put(
                            "HOLDER" + id, new Sheet("ann@example.org", "Ann Lee", Map.of("Email", "ann@example.org")));
                    answers.put(
                            "BUYER" + id, new Sheet("ann@example.org", "Ann Lee", Map.of("Email", "ann@example.org")));
                }
                tx.work().mark(List.of("m1"), Lane.LIVE, NOON);
                return true;
            });
        }

        ErasureSaga saga(Consumer<String> checkpoint) {
            PersonalData data = PersonalData.of(store, KEY, List.of(SCOPE), this, List.of(this), this);
            ErasurePolicy standard = ErasurePolicy.standard("owner");
            return ErasureSaga.of(
                    data,
                    new ErasureOptions(
                            books,
                            KEY,
                            standard,
                            receipts,
                            now::get,
                            new SplittableRandom(now.get().hashCode()),
                            checkpoint));
        }

        @Override
        public String system() {
            return "memberships";
        }

        @Override
        public Optional<Sheet> find(String userId) {
            return member
                    ? Optional.of(new Sheet("ann@example.org", "Ann Lee", Map.of("email", "ann@example.org")))
                    : Optional.empty();
        }

        @Override
        public List<String> cannot() {
            return List.of();
        }

        @Override
        public Ending end(String userId, ErasurePolicy.ContactEnd how, String placeholder) {
            member = false;
            return new Ending(true, List.of());
        }

        @Override
        public String place() {
            return "gala";
        }

        @Override
        public Optional<Sheet> read(TicketRef ticket, Role role) {
            return Optional.ofNullable(answers.get(role + ticket.ticketId()));
        }

        @Override
        public List<String> overwrite(TicketRef ticket, Role role, String address) {
            if (refuses) {
                return List.of("Accelevents refused it with code 4060999");
            }
            answers.put(role + ticket.ticketId(), new Sheet(address, "Erased -", Map.of()));
            return List.of();
        }

        @Override
        public int revoke(String place, TicketRef ticket) {
            revoked.add(ticket.shown());
            return 1;
        }

        @Override
        public List<Map<String, String>> shown(String place, TicketRef ticket) {
            return List.of();
        }

        String receipt() {
            return books.inTransaction(tx -> tx.receipts().get(0).text());
        }

        void assertErased() {
            assertThat(member).isFalse();
            assertThat(answers.values()).allMatch(sheet -> sheet.email().endsWith("@example.invalid"));
            assertThat(answers.values())
                    .extracting(Sheet::email)
                    .containsOnly(answers.get("HOLDERT1").email());
            assertThat(revoked).containsExactly("T1", "T2");
            store.inTransaction(SCOPE, tx -> {
                assertThat(tx.tombstones().scopesOf("m1")).isEmpty();
                assertThat(tx.work().find("m1")).isEmpty();
                PersonKeys keys = new PersonKeys(KEY.marker());
                List<Long> stones = new ArrayList<>(
                        List.of(keys.user("m1"), keys.email("ann@example.org").orElseThrow()));
                stones.addAll(keys.ticket(new TicketRef("T1", null, null, null)));
                assertThat(tx.tombstones().among(stones)).hasSize(3);
                return true;
            });
            books.inTransaction(tx -> {
                assertThat(tx.open()).isEmpty();
                assertThat(tx.receipts()).hasSize(1);
                assertThat(new Receipts(KEY)
                                .broken(tx.receipts().stream()
                                        .map(Receipt::text)
                                        .toList()))
                        .isEmpty();
                assertThat(receipts.resolve(tx.receipts().get(0).fileName()))
                        .hasContent(tx.receipts().get(0).text());
                return true;
            });
        }
    }

    /** Runs the whole erasure with a process that dies at this step. @return whether it died */
    private boolean run(World world, int diesAt) {
        now.set(NOON);
        int[] steps = {0};
        Consumer<String> checkpoint = step -> {
            if (steps[0]++ == diesAt) {
                throw new Killed();
            }
        };
        boolean died = false;
        try {
            whole(world.saga(checkpoint));
        } catch (Killed killed) {
            died = true;
            world.store = world.store.crash();
            boolean closed = world.books.inTransaction(tx -> !tx.receipts().isEmpty());
            if (closed) {
                world.saga(step -> {}).advance(); // its receipt has no file yet
            } else {
                whole(world.saga(step -> {}));
            }
        }
        return died;
    }

    private void whole(ErasureSaga saga) {
        saga.request("m1");
        saga.advance("m1");
        now.set(NOON.plus(Duration.ofHours(24)));
        saga.advance();
    }

    @Test
    @DisplayName("F-54 an erasure that is killed at any step is finished by the next process, once")
    void anErasureSurvivesADeathAtEveryStep() {
        int step = 0;
        while (true) {
            World world = new World();
            boolean died = run(world, step++);
            world.assertErased();
            if (!died) {
                break;
            }
        }
        assertThat(step).isGreaterThan(15);
    }

    @Test
    void whatIsRefusedIsAnOpenItemWithOwnerAndDate() {
        World world = new World();
        world.refuses = true;

        whole(world.saga(step -> {}));

        String receipt = world.receipt();
        assertThat(receipt)
                .contains(
                        "could not be overwritten: Accelevents refused it with code 4060999",
                        "\"owner\": \"owner\"",
                        "\"due\": \"2026-04-01\"");
    }

    @Test
    void anErasureWaitsForTheRunThatIsAtWorkOnThePerson() {
        World world = new World();
        world.store.inTransaction(SCOPE, tx -> tx.work().leaseOne("m1", "a run", NOON, Duration.ofMinutes(15)));
        ErasureSaga saga = world.saga(step -> {});
        saga.request("m1");

        Progress waits = saga.advance("m1").orElseThrow();

        assertThat(waits.step()).isEqualTo(Erasure.Step.REQUESTED);
        now.set(NOON.plus(Duration.ofMinutes(16)));
        assertThat(saga.advance("m1").orElseThrow().step()).isEqualTo(Erasure.Step.FROZEN);
        assertThat(world.answers.get("HOLDERT1").email()).isEqualTo("ann@example.org");
    }

    @Test
    void receiptsFollowEachOther() {
        World world = new World();
        whole(world.saga(step -> {}));
        ErasureSaga saga = world.saga(step -> {});
        saga.request("m2");
        now.set(now.get().plus(Duration.ofHours(24)));
        saga.advance();

        List<String> texts = world.books.inTransaction(
                tx -> tx.receipts().stream().map(Receipt::text).toList());
        assertThat(texts).hasSize(2);
        assertThat(new Receipts(KEY).broken(texts)).isEmpty();
        assertThat(new Receipts(KEY).broken(List.of(texts.get(1)))).hasValue(1);
        assertThat(new Receipts(KEY).broken(List.of(texts.get(1), texts.get(0))))
                .hasValue(1);
    }

    @Test
    void aCreateUnderWayIsAnOpenItemThatNamesItsOrder() {
        World world = new World();
        world.store.inTransaction(
                SCOPE,
                tx -> tx.intents()
                        .open(new Intent(
                                "m1",
                                OptionalLong.empty(),
                                Intent.Step.ORDERED,
                                Optional.of("4711"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                1)));

        whole(world.saga(step -> {}));

        assertThat(world.receipt()).contains("whether order 4711 was paid is not known");
    }

    @Test
    void ofSomebodyWhoIsNowhereTheReceiptSaysSo() {
        World world = new World();
        world.member = false;
        ErasureSaga saga = world.saga(step -> {});
        saga.request("nobody");
        now.set(NOON.plus(Duration.ofHours(24)));

        saga.advance();

        assertThat(world.receipt()).contains("there is no such member");
    }

    @Test
    void aTicketThatShowsSomebodyElseIsLeftAloneAndMayBeFollowed() {
        World world = new World();
        world.answers.put("HOLDERT1", new Sheet("bo@example.org", "Bo Ek", Map.of("Email", "bo@example.org")));

        whole(world.saga(step -> {}));

        assertThat(world.answers.get("HOLDERT1").email()).isEqualTo("bo@example.org");
        assertThat(world.answers.get("HOLDERT2").email()).endsWith("@example.invalid");
        assertThat(world.receipt()).contains("shows another name and another address");
        PersonKeys keys = new PersonKeys(KEY.marker());
        long stone = keys.ticket(new TicketRef("T1", null, null, null)).get(0);
        assertThat(world.store
                        .inTransaction(
                                SCOPE,
                                tx -> tx.tombstones().among(List.of(stone)).size())
                        .intValue())
                .isZero();
    }
}
