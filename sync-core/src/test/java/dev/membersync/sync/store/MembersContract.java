package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link Members} promises. */
interface MembersContract extends StoreContract {
    @Test
    default void memberComesBackAsItWasSaved() {
        MemberRow row = new MemberRow(
                "ünï-1",
                Map.of("a", Mark.UNSEEN, "b", Mark.ABSENT, "ç", Mark.EMPTY, "d", Mark.of(Long.MIN_VALUE)),
                OptionalLong.of(-3),
                7,
                true);
        members().save(List.of(row));

        assertThat(members().find(List.of("ünï-1"))).isEqualTo(Map.of("ünï-1", row));
    }

    @Test
    default void memberWithTheSameUserIdIsReplaced() {
        members().save(List.of(StoreContract.member("a", 1, 1)));
        MemberRow next = new MemberRow("a", Map.of(), OptionalLong.empty(), 2, false);
        members().save(List.of(next));

        assertThat(members().find(List.of("a"))).isEqualTo(Map.of("a", next));
    }

    @Test
    default void membersWithAnAddressAreFoundWhetherLinkedOrNotUnlessTheyAreGone() {
        members()
                .save(List.of(
                        new MemberRow("b", Map.of(), OptionalLong.of(7), 1, false),
                        new MemberRow("a", Map.of(), OptionalLong.of(7), 1, false),
                        new MemberRow("c", Map.of(), OptionalLong.of(7), 1, true),
                        new MemberRow("d", Map.of(), OptionalLong.of(8), 1, false),
                        new MemberRow("e", Map.of(), OptionalLong.of(7), 1, false)));

        assertThat(members().withEmail(7, 2)).containsExactly("a", "b");
        assertThat(members().withEmail(9, 2)).isEmpty();
    }

    @Test
    default void unknownMembersAreLeftOut() {
        members().save(List.of(StoreContract.member("a", 1, 1)));

        assertThat(members().find(List.of("a", "b", "a"))).containsOnlyKeys("a");
        assertThat(members().find(List.of())).isEmpty();
    }

    @Test
    default void manyMembersAreFoundAtOnce() {
        List<MemberRow> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rows.add(StoreContract.member("m" + i, i, 1));
        }
        members().save(rows);

        assertThat(members().find(rows.stream().map(MemberRow::userId).toList()))
                .hasSize(1000);
    }

    @Test
    default void unlinkedWithEmailCountsMembersThatAreThereAndHaveNoLink() {
        members()
                .save(List.of(
                        StoreContract.member("a", 1, 1),
                        StoreContract.member("b", 1, 1),
                        StoreContract.member("c", 1, 1),
                        StoreContract.member("d", 2, 1),
                        new MemberRow("gone", Map.of(), OptionalLong.of(1), 1, true)));
        join("c", saveTicket(StoreContract.seen("T1", 1)));

        assertThat(members().unlinkedWithEmail(1)).isEqualTo(2);
        assertThat(members().unlinkedWithEmail(3)).isZero();
    }

    @Test
    default void memberWhoseLinkHasEndedIsNotUnlinked() {
        members().save(List.of(StoreContract.member("a", 1, 1)));
        Link link = join("a", saveTicket(StoreContract.seen("T1", 1)));
        links().replace(link.withState(Link.State.ENDED));

        assertThat(members().unlinkedWithEmail(1)).isZero();
    }

    @Test
    default void suspectsAreLinkedMembersThatTheScanDidNotSee() {
        members()
                .save(List.of(
                        StoreContract.member("b", 1, 1),
                        StoreContract.member("a", 2, 1),
                        StoreContract.member("seen", 3, 2),
                        StoreContract.member("unlinked", 4, 1),
                        StoreContract.member("ended", 5, 1),
                        new MemberRow("gone", Map.of(), OptionalLong.of(1), 1, true)));
        for (String userId : List.of("b", "a", "seen", "gone", "ended")) {
            join(userId, saveTicket(StoreContract.seen("T-" + userId, 1)));
        }
        links().replace(StoreContract.link("ended", 5).withState(Link.State.ENDED));

        assertThat(members().linkedUnseenSince(2, "", 1))
                .extracting(MemberRow::userId)
                .containsExactly("a");
        assertThat(members().linkedUnseenSince(2, "a", 9))
                .extracting(MemberRow::userId)
                .containsExactly("b");
    }

    @Test
    default void membersComeInPagesInTheOrderOfTheirUserId() {
        members()
                .save(List.of(
                        StoreContract.member("b", 1, 1),
                        StoreContract.member("ü", 1, 1),
                        new MemberRow("a", Map.of(), OptionalLong.empty(), 1, true),
                        StoreContract.member("c", 1, 1)));

        assertThat(members().page("", 2)).extracting(MemberRow::userId).containsExactly("a", "b");
        assertThat(members().page("b", 9)).extracting(MemberRow::userId).containsExactly("c", "ü");
        assertThat(members().page("ü", 9)).isEmpty();
    }

    @Test
    default void countLeavesOutMembersThatAreGone() {
        members()
                .save(List.of(
                        StoreContract.member("a", 1, 1), new MemberRow("b", Map.of(), OptionalLong.empty(), 1, true)));

        assertThat(members().count()).isEqualTo(1);
    }
}
