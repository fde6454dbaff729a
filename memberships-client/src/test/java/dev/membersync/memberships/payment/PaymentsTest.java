package dev.membersync.memberships.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.RejectedException;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.Scripts;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsTest {

    @Test
    void sendsTheFourFieldsAndTheNaturalKeyAsHeader() {
        ScriptedTransport transport = Scripts.replies(201, "{\"paymentId\":\"p-1\",\"amount\":12.30}");
        record(transport, draft("p-1", "12.30"));
        var request = transport.requests().get(0);
        assertThat(Scripts.target(request)).isEqualTo("POST /api/payments");
        assertThat(request.headers()).containsEntry("Idempotency-Key", "p-1");
        assertThat(Scripts.body(request))
                .isEqualTo("{\"paymentId\":\"p-1\",\"amount\":12.30,\"status\":\"paid\",\"userId\":\"u1\"}");
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.1", "1E+3,1000", "12345678901234567.89,12345678901234567.89", "-5.00,-5.00", "0.0000,0.0000"})
    void writesTheAmountAsExactlyThisNumber(String amount, String written) {
        ScriptedTransport transport = Scripts.replies(201, "");
        record(transport, draft("p-1", amount));
        assertThat(Scripts.body(transport.requests().get(0))).contains("\"amount\":" + written + ",");
    }

    @ParameterizedTest
    @CsvSource({"0.00001", "1E+19", "1E+1000000000", "123456789012345678.90"})
    void refusesAnAmountThatIsNoMoney(String amount) {
        assertThatThrownBy(() -> draft("p-1", amount)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConflictMeansThatItIsOnRecord() {
        Payment payment = record(Scripts.replies(409, "{\"message\":\"exists\"}"), draft("p-1", "5"));
        assertThat(payment.alreadyRecorded()).isTrue();
        assertThat(payment.paymentId()).isEqualTo("p-1");
    }

    @Test
    void aConflictIsAResultOfTheAsynchronousCallToo() {
        ScriptedTransport transport = Scripts.replies(409, "");
        Payment payment = Scripts.client(transport)
                .payments()
                .record(draft("p-1", "5"))
                .executeAsync()
                .join();
        assertThat(payment.alreadyRecorded()).isTrue();
    }

    @Test
    void anyOtherRefusalIsAFailure() {
        ScriptedTransport transport = Scripts.replies(422, "{\"message\":[\"amount must be positive\"]}");
        assertThatThrownBy(() -> record(transport, draft("p-1", "5")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.fieldMessages()).containsExactly("amount must be positive"));
    }

    @Test
    void keepsWhatTheAnswerSays() {
        Payment payment = record(Scripts.replies(201, "{\"receiptId\":\"r-9\"}"), draft("p-1", "5"));
        assertThat(payment.extra()).containsEntry("receiptId", "r-9");
        assertThat(payment.alreadyRecorded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"p-1,p-1", "a b,a+b", "a+b,a%2Bb", "zahlung-ü,zahlung-%C3%BC"})
    void anIdThatNoHeaderCanCarryIsEncoded(String id, String header) {
        ScriptedTransport transport = Scripts.replies(201, "");
        record(transport, draft(id, "5"));
        String sent = transport.requests().get(0).headers().get("Idempotency-Key");
        assertThat(sent).isEqualTo(header);
    }

    private static Payment record(ScriptedTransport transport, PaymentDraft draft) {
        return Scripts.client(transport).payments().record(draft).execute();
    }

    private static PaymentDraft draft(String id, String amount) {
        return new PaymentDraft(id, new BigDecimal(amount), PaymentStatus.PAID, "u1");
    }
}
