package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields by which a registration is told to its member. */
class RegistrationFieldsTest {
    private static final FieldMapper STATUS = Fields.registrationStatus(StateWords.standard());
    private static final FieldMapper TAG = Fields.registrationTag("Evt:gala:{state}", StateWords.standard());
    private static final FieldMapper PLAN = Fields.plan(
            Map.of("vip", "gold"),
            List.of(
                    new TicketTypeInfo("1", "VIP", BigDecimal.ZERO, 5),
                    new TicketTypeInfo("2", "Seat", BigDecimal.ZERO, 5)));

    @ParameterizedTest
    @CsvSource({
        "BOOKED,PAID,registered",
        "BOOKED,PARTIAL,registered",
        "BOOKED,PARTIALLY_PAID,registered",
        "BOOKED,COMPLIMENTARY,registered",
        "BOOKED,PARTIALLY_REFUNDED,registered",
        "BOOKED,UNPAID,unpaid",
        "BOOKED,REFUNDED,refunded",
        "BOOKED,CANCELED,canceled",
        "BOOKED,DELETE,deleted",
        "CHECKED_IN,REFUNDED,checked_in",
        "CHECKED_IN,,checked_in",
        "CANCELED,REFUNDED,canceled",
        "CANCELED,,canceled",
        "DELETED,PAID,deleted",
    })
    void theStateIsAccessThenAttendanceThenMoney(String ticket, String payment, String word) {
        assertThat(STATUS.right(standing(ticket, payment))).isEqualTo(Value.of(word));
        assertThat(TAG.right(standing(ticket, payment))).isEqualTo(Value.of("evt:gala:" + word));
    }

    @Test
    void aBookedTicketWithoutAPaymentStatusSaysNothing() {
        assertThat(STATUS.right(standing("BOOKED", null))).isEqualTo(Value.unseen());
        assertThat(STATUS.right(standing(null, "PAID"))).isEqualTo(Value.unseen());
    }

    @ParameterizedTest
    @CsvSource({"WAITLISTED,PAID,WAITLISTED", "BOOKED,DISPUTED,DISPUTED"})
    void aWordThatIsNotKnownIsHeldByItsName(String ticket, String payment, String word) {
        Value shown = STATUS.right(standing(ticket, payment));

        assertThatThrownBy(() -> STATUS.toLeft(shown, MemberDraft.empty()))
                .isInstanceOfSatisfying(
                        FieldException.class, held -> assertThat(held.word()).contains(word));
    }

    @Test
    void ofTheTagsForAllStatesOneIsLeft() {
        MemberDraft draft = MemberDraft.empty();

        TAG.toLeft(Value.of("evt:gala:checked_in"), draft);

        assertThat(draft.addedTags()).containsExactly("evt:gala:checked_in");
        assertThat(draft.removedTags()).contains("evt:gala:registered").doesNotContain("evt:gala:checked_in");
    }

    @Test
    void aMembersTagsAreReadWhateverTheirCase() {
        assertThat(TAG.left(tagged("member\nEvt:Gala:registered"))).isEqualTo(Value.of("evt:gala:registered"));
        assertThat(TAG.left(tagged("member"))).isEqualTo(Value.empty());
    }

    @Test
    void whatNoReplyCarriesIsUnseen() {
        Member bare = member(Map.of());

        assertThat(STATUS.left(bare)).isEqualTo(Value.unseen());
        assertThat(TAG.left(bare)).isEqualTo(Value.unseen());
        assertThat(PLAN.left(bare)).isEqualTo(Value.unseen());
    }

    @Test
    void aTypeBringsItsPlanUnlessTheOrderIsOursOrTheTicketEnded() {
        assertThat(PLAN.right(ordered("1", Value.empty(), Access.LIVE))).isEqualTo(Value.of("gold"));
        assertThat(PLAN.right(ordered("1", Value.of("m1"), Access.LIVE))).isEqualTo(Value.absent());
        assertThat(PLAN.right(ordered("1", Value.empty(), Access.ENDED))).isEqualTo(Value.absent());
        assertThat(PLAN.right(ordered("2", Value.empty(), Access.LIVE))).isEqualTo(Value.absent());
        assertThat(PLAN.right(ordered("1", Value.unseen(), Access.LIVE))).isEqualTo(Value.unseen());
    }

    private static Registration standing(String ticket, String payment) {
        return People.unseen().with(new Standing(shown(ticket), shown(payment), Value.empty()));
    }

    private static Value shown(String word) {
        return word == null ? Value.unseen() : Value.of(word);
    }

    private static Registration ordered(String type, Value orderedFor, Access access) {
        Value unseen = Value.unseen();
        return new Registration(
                        new TicketRef("t", null, null, null), access, unseen, unseen, unseen, Value.of(type), Map.of())
                .with(new Standing(Value.of("BOOKED"), Value.of("PAID"), orderedFor));
    }

    private static Member tagged(String tags) {
        return member(Map.of("tags", Value.of(tags)));
    }

    private static Member member(Map<String, Value> fields) {
        return new Member("m1", Value.absent(), Value.absent(), Value.absent(), Value.absent(), fields);
    }
}
