package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentFieldTest {
    private static Registration registration(String ticket, String payment) {
        Value unseen = Value.unseen();
        return new Registration(
                        new TicketRef("1", null, null, null), Access.LIVE, unseen, unseen, unseen, unseen, Map.of())
                .with(new Standing(Value.of(ticket), Value.of(payment), unseen));
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, BOOKED, UNPAID, ",
        "REGISTERED, BOOKED, PAID, reached",
        "REGISTERED, CHECKED_IN, PAID, passed",
        "UNPAID, BOOKED, PAID, passed",
        "CHECKED_IN, BOOKED, REFUNDED, ",
        "REFUNDED, CHECKED_IN, REFUNDED, ",
        "CANCELED, DELETED, PAID, passed",
        "DELETED, CANCELED, PAID, ",
        "REGISTERED, ON_HOLD, PAID, ",
        "REGISTERED, BOOKED, ODD, ",
    })
    void aStateIsAheadReachedOrPassed(RegistrationState state, String ticket, String payment, String said) {
        assertThat(Fields.enrolment(state, "w1")
                        .right(registration(ticket, payment))
                        .text()
                        .orElse(null))
                .isEqualTo(said);
    }

    @Test
    void onlyAStateThatIsReachedEnrols() {
        FieldMapper field = Fields.enrolment(RegistrationState.REGISTERED, "w1");
        MemberDraft draft = MemberDraft.empty();

        field.toLeft(Value.of("passed"), draft);
        assertThat(draft.enrolment()).isEmpty();
        field.toLeft(Fields.REACHED, draft);
        assertThat(draft.enrolment()).contains("w1");
        assertThat(draft.values()).isEmpty();
    }
}
