package dev.membersync.sync.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.TicketRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchPolicyTest {
    private record Known(List<Candidate> tagged, List<Candidate> sameEmail, int unlinkedMembersWithEmail)
            implements Candidates {}

    private static Candidate ticket(long row, boolean linked, boolean sameName, long age) {
        return new Candidate(row, new TicketRef("t" + row, null, null, null), linked, sameName, age);
    }

    private static Match match(List<Candidate> tagged, List<Candidate> sameEmail, int members) {
        return MatchPolicy.standard().match(new Known(tagged, sameEmail, members));
    }

    @Test
    void nothingIsNoMatch() {
        assertThat(match(List.of(), List.of(), 1)).isInstanceOf(Match.None.class);
    }

    @Test
    void ourTagComesBeforeTheAddress() {
        Match match = match(List.of(ticket(1, false, false, 5)), List.of(ticket(2, false, true, 1)), 1);

        assertThat(match).isEqualTo(new Match.Unique(ticket(1, false, false, 5), "tag"));
    }

    @Test
    void severalTicketsWithOneTagGoToAPerson() {
        assertThat(match(List.of(ticket(1, false, true, 1), ticket(2, false, true, 2)), List.of(), 1))
                .isInstanceOf(Match.Ambiguous.class);
    }

    @Test
    void whereTicketsAreNewsTheOldestFreeOneWithTheTagTells() {
        List<Candidate> tagged =
                List.of(ticket(1, true, true, 1), ticket(3, false, true, 4), ticket(2, false, true, 3));

        assertThat(MatchPolicy.byOldestTag().match(new Known(tagged, List.of(), 1)))
                .isEqualTo(new Match.Unique(ticket(2, false, true, 3), "tag"));
        assertThat(MatchPolicy.byOldestTag().match(new Known(List.of(ticket(1, true, true, 1)), List.of(), 1)))
                .isInstanceOf(Match.None.class);
    }

    @Test
    void aTaggedTicketOfAnotherMemberGoesToAPerson() {
        assertThat(match(List.of(ticket(1, true, true, 1)), List.of(), 1)).isInstanceOf(Match.Ambiguous.class);
    }

    @Test
    void oneFreeTicketWithTheAddressOfOneMemberIsItsOwnWhateverTheName() {
        assertThat(match(List.of(), List.of(ticket(1, false, false, 1)), 1)).isInstanceOf(Match.Unique.class);
    }

    @Test
    void linkedTicketsAreNobodysCandidates() {
        assertThat(match(List.of(), List.of(ticket(1, true, true, 1)), 1)).isInstanceOf(Match.None.class);
    }

    @Test
    void anAddressThatSeveralUnlinkedMembersShareGoesToAPerson() { // F-42
        assertThat(match(List.of(), List.of(ticket(1, false, true, 1)), 2)).isInstanceOf(Match.Ambiguous.class);
    }

    @Test
    void ofSeveralTicketsTheOldestWithTheSameNameIsTaken() {
        Match match = match(
                List.of(),
                List.of(ticket(1, false, false, 1), ticket(2, false, true, 9), ticket(3, false, true, 4)),
                1);

        assertThat(match)
                .isInstanceOfSatisfying(
                        Match.Unique.class,
                        unique -> assertThat(unique.candidate().row()).isEqualTo(3));
    }

    @Test
    void severalTicketsWithoutTheNameGoToAPerson() {
        assertThat(match(List.of(), List.of(ticket(1, false, false, 1), ticket(2, false, false, 2)), 1))
                .isInstanceOf(Match.Ambiguous.class);
    }
}
