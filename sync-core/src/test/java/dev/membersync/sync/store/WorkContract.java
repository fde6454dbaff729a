package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.client.policy.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Work} promises. */
interface WorkContract extends StoreContract {
    Instant LATER = NOON.plusSeconds(3600);

    @Test
    default void newMarkIsDueNow() {
        mark("a");

        assertThat(work().find("a")).hasValue(new WorkItem("a", 1, 0, Lane.BACKFILL, NOON, 0, Optional.empty()));
    }

    @Test
    default void secondMarkKeepsTheEarlierTimeAndTheMoreUrgentLane() {
        work().mark(List.of("a"), Lane.LIVE, NOON);
        work().mark(List.of("a"), Lane.VERIFY, LATER);

        assertThat(work().find("a")).hasValue(new WorkItem("a", 2, 0, Lane.LIVE, NOON, 0, Optional.empty()));
    }

    @Test
    default void markBringsAnItemForward() {
        mark("a");
        WorkItem held = lease("a");
        work().retry(held, LATER);
        work().mark(List.of("a"), Lane.RETRY, NOON.plusSeconds(5));

        WorkItem item = work().find("a").orElseThrow();
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(item.lane()).isEqualTo(Lane.RETRY);
        assertThat(item.attempts()).isZero();
    }

    @Test
    default void memberNamedTwiceInOneMarkIsMarkedOnce() {
        mark("a", "a");

        assertThat(work().find("a").orElseThrow().seq()).isEqualTo(1);
    }

    @Test
    default void leaseOrderIsLaneThenTimeThenUserId() {
        work().mark(List.of("d"), Lane.BACKFILL, NOON.minusSeconds(9));
        work().mark(List.of("c", "b"), Lane.LIVE, NOON);
        work().mark(List.of("z"), Lane.LIVE, NOON.minusSeconds(1));

        assertThat(work().lease(9, "w", NOON, MINUTE))
                .extracting(WorkItem::userId)
                .containsExactly("z", "b", "c", "d");
    }

    @Test
    default void leaseGivesNoMoreThanItsLimit() {
        mark("a", "b", "c");

        assertThat(work().lease(2, "w", NOON, MINUTE))
                .extracting(WorkItem::userId)
                .containsExactly("a", "b");
    }

    @Test
    default void itemThatIsNotYetDueIsNotLeased() {
        work().mark(List.of("a"), Lane.LIVE, LATER);

        assertThat(work().lease(9, "w", NOON, MINUTE)).isEmpty();
        assertThat(work().leaseOne("a", "w", NOON, MINUTE)).isEmpty();
    }

    @Test
    default void leasedItemIsNotLeasedAgain() {
        mark("a");
        lease("a");

        assertThat(work().lease(9, "w", NOON.plusSeconds(59), MINUTE)).isEmpty();
        assertThat(work().leaseOne("a", "w", NOON.plusSeconds(59), MINUTE)).isEmpty();
    }

    @Test
    default void expiredLeaseIsFreeAndTheNextOneHasAHigherEpoch() {
        mark("a");
        WorkItem first = lease("a");
        List<WorkItem> second = work().lease(9, "w", NOON.plusSeconds(60), MINUTE);

        assertThat(second).hasSize(1);
        assertThat(second.get(0).epoch()).isGreaterThan(first.epoch());
    }

    @Test
    default void holderOfAnOlderEpochFinishesNothing() {
        mark("a");
        WorkItem old = lease("a");
        work().lease(9, "w", NOON.plusSeconds(60), MINUTE);

        assertThat(work().done(old)).isFalse();
        assertThat(work().retry(old, LATER)).isFalse();
        assertThat(work().park(old, "places")).isFalse();
        assertThat(work().find("a").orElseThrow().attempts()).isZero();
    }

    @Test
    default void holderOfAnOldLeaseCannotFinishAnItemThatWasRemovedAndMarkedAgain() {
        mark("a");
        WorkItem old = lease("a");
        WorkItem next = work().leaseOne("a", "w", NOON.plusSeconds(60), MINUTE).orElseThrow();
        work().done(next);
        mark("a");
        lease("a");

        assertThat(work().done(old)).isFalse();
        assertThat(work().count()).isEqualTo(1);
    }

    @Test
    default void doneRemovesTheItem() {
        mark("a");
        WorkItem held = lease("a");

        assertThat(work().done(held)).isTrue();
        assertThat(work().count()).isZero();
        assertThat(work().done(held)).isFalse();
    }

    @Test
    default void markDuringTheWorkKeepsTheItemFree() {
        mark("a");
        WorkItem held = lease("a");
        mark("a");

        assertThat(work().done(held)).isTrue();
        assertThat(work().leaseOne("a", "w", NOON, MINUTE)).isPresent();
    }

    @Test
    default void markDoesNotFreeALeasedItem() {
        mark("a");
        lease("a");
        mark("a");

        assertThat(work().lease(9, "w", NOON, MINUTE)).isEmpty();
    }

    @Test
    default void retryFreesForLaterAndCounts() {
        mark("a");
        WorkItem held = lease("a");

        assertThat(work().retry(held, LATER)).isTrue();
        assertThat(work().lease(9, "w", NOON, MINUTE)).isEmpty();
        WorkItem again = work().lease(9, "w", LATER, MINUTE).get(0);
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.dueAt()).isEqualTo(LATER);
    }

    @Test
    default void markDuringTheWorkWinsOverRetryAndPark() {
        mark("a", "b");
        WorkItem a = lease("a");
        WorkItem b = lease("b");
        mark("a", "b");
        work().retry(a, LATER);
        work().park(b, "places");

        assertThat(work().lease(9, "w", NOON, MINUTE))
                .extracting(WorkItem::userId, WorkItem::attempts)
                .containsExactly(tuple("a", 0), tuple("b", 0));
    }

    @Test
    default void parkedItemIsNeverLeased() {
        mark("a");
        WorkItem held = lease("a");

        assertThat(work().park(held, "places")).isTrue();
        assertThat(work().lease(9, "w", LATER, MINUTE)).isEmpty();
        assertThat(work().leaseOne("a", "w", LATER, MINUTE)).isEmpty();
        assertThat(work().find("a").orElseThrow().waitsFor()).hasValue("places");
    }

    @Test
    default void markUnparks() {
        mark("a");
        WorkItem held = lease("a");
        work().park(held, "places");
        mark("a");

        assertThat(work().leaseOne("a", "w", NOON, MINUTE)).isPresent();
    }

    @Test
    default void unparkFreesSoManyByUserIdAndOnlyThoseThatWaitForIt() {
        mark("c", "b", "a", "x");
        for (String userId : List.of("c", "b", "a")) {
            WorkItem held = lease(userId);
            work().park(held, "places");
        }
        WorkItem other = lease("x");
        work().park(other, "answer");

        assertThat(work().unpark("places", 2, LATER)).isEqualTo(2);
        assertThat(work().lease(9, "w", LATER, MINUTE))
                .extracting(WorkItem::userId, WorkItem::dueAt)
                .containsExactly(tuple("a", LATER), tuple("b", LATER));
        assertThat(work().unpark("places", 9, LATER)).isEqualTo(1);
    }

    @Test
    default void takeOverFreesEveryLeaseAndTheOldHolderHasLostIt() {
        mark("a", "b");
        WorkItem a = lease("a");
        lease("b");
        work().takeOver();

        assertThat(work().done(a)).isFalse();
        assertThat(work().lease(9, "new", NOON, MINUTE)).hasSize(2);
    }

    @Test
    default void pagesGoByUserIdAndShowLeasedAndParkedItems() {
        mark("c", "a", "b");
        WorkItem held = lease("a");
        work().park(held, "places");
        lease("b");

        assertThat(work().page("", 2)).extracting(WorkItem::userId).containsExactly("a", "b");
        assertThat(work().page("b", 2)).extracting(WorkItem::userId).containsExactly("c");
        assertThat(work().count()).isEqualTo(3);
    }

    @Test
    default void backlogIsCountedByLaneWithoutParkedItems() {
        work().mark(List.of("a", "b"), Lane.LIVE, LATER);
        work().mark(List.of("c"), Lane.LIVE, NOON);
        work().mark(List.of("d", "parked"), Lane.BACKFILL, NOON);
        lease("d");
        WorkItem held = lease("parked");
        work().park(held, "places");

        assertThat(work().counts())
                .isEqualTo(Map.of(
                        Lane.LIVE, new Work.Backlog(3, NOON),
                        Lane.BACKFILL, new Work.Backlog(1, NOON)));
    }

    @Test
    default void leaseOfAnUnknownMemberGivesNothing() {
        assertThat(work().leaseOne("nobody", "w", NOON, Duration.ofDays(1))).isEmpty();
    }
}
