package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Links;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.workflow.MembersToAttendees;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first run after a load: it confirms what was written with the pages that show it. */
class FirstLookTest {
    private static final Scope SCOPE = new Scope("test", World.EVENT, "", MembersToAttendees.ID);

    private final World world = World.ordinary();
    private final WatchedStore store = new WatchedStore(MemoryStore.create());

    @BeforeEach
    void watch() {
        world.store = store;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void itsTransactionsDependOnPagesAndNotOnMembers(int members) {
        world.members(members);
        world.sync();
        store.transactions = 0;
        int first = transactionsOfARun();
        int later = transactionsOfARun();

        assertThat(first).isEqualTo(later);
    }

    @Test
    void itRemembersThatTheWriteWasSeen() {
        world.members(3);
        world.sync();
        assertThat(unconfirmed()).isEqualTo(3);

        SyncReport report = world.sync();

        assertThat(report.counts().unchanged()).isEqualTo(3);
        assertThat(unconfirmed()).isZero();
    }

    @Test
    void whatTheServiceSpellsInItsOwnWayIsLookedAtByItself() {
        world.members(3);
        world.sync();
        world.event.tickets().forEach(ticket -> world.event.answer(ticket.id(), "First Name", "PERSON"));

        SyncReport report = world.sync();

        assertThat(report.counts().unchanged()).isEqualTo(3);
        assertThat(unconfirmed()).isZero();
        assertThat(world.sync().counts().unchanged()).isEqualTo(3);
    }

    @Test
    void aLinkThatSomebodyElseMovesMeanwhileIsLookedAtByItself() {
        world.members(3);
        world.sync();
        store.staleOnce = "m2";

        SyncReport report = world.sync();

        assertThat(report.counts().unchanged()).isEqualTo(3);
        assertThat(unconfirmed()).isZero();
    }

    private int transactionsOfARun() {
        store.transactions = 0;
        world.sync();
        return store.transactions;
    }

    private long unconfirmed() {
        return store.inTransaction(
                SCOPE,
                tx -> tx.links().page("", 1_000).stream()
                        .filter(link -> link.base().values().stream().anyMatch(base -> base.unconfirmed()))
                        .count());
    }

    private static final class WatchedStore implements SyncStore {
        private final SyncStore real;
        private int transactions;
        private String staleOnce = "";

        WatchedStore(SyncStore real) {
            this.real = real;
        }

        @Override
        public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
            transactions++;
            return real.inTransaction(scope, tx -> work.apply(watched(tx)));
        }

        private Tx watched(Tx tx) {
            return proxy(Tx.class, (method, arguments) -> {
                Object answer = call(method, tx, arguments);
                return answer instanceof Links links ? watched(links) : answer;
            });
        }

        private Links watched(Links links) {
            return proxy(Links.class, (method, arguments) -> {
                if (method.getName().equals("replace")
                        && ((Link) arguments[0]).userId().equals(staleOnce)) {
                    staleOnce = "";
                    throw new StoreException.Stale("the link has another version");
                }
                return call(method, links, arguments);
            });
        }

        private interface Answer {
            Object to(Method method, Object[] arguments) throws Throwable;
        }

        private static <T> T proxy(Class<T> type, Answer answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer.to(method, args)));
        }

        private static Object call(Method method, Object real, Object[] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        public SyncStore overlay() {
            return real.overlay();
        }

        @Override
        public String description() {
            return real.description();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
