package dev.membersync.sync.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.client.testing.ManualTime;
import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.adapter.PaymentSink;
import dev.membersync.sync.adapter.PaymentSource;
import dev.membersync.sync.engine.Barred;
import dev.membersync.sync.engine.Checkpoint;
import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.PaymentState;
import dev.membersync.sync.payment.Telling;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.workflow.PaymentWorkflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is decided about one payment. */
final class LookingTest {
    private final PaymentParts parts = new PaymentParts(
            new PaymentWorkflow("payments", new Nowhere(), new Nobody(), Currency.getInstance("USD")),
            "account",
            MemoryStore.create(),
            List.of(),
            new Barred(new PersonKeys(Marker.keyed(new byte[32]))),
            ManualTime.create(),
            Checkpoint.NONE);

    private Look look(PaymentSighting seen, String... members) {
        return parts.in(tx -> new Looking(parts).at(tx, seen, Set.of(members)));
    }

    /** Remembers what a look found and that the other side was told. */
    private void told(Look look) {
        parts.in(tx -> {
            look.facts().forEach(tx.payments()::add);
            PaymentRow row = look.row().orElseThrow();
            tx.payments()
                    .save(row.sending(look.telling().orElseThrow(), Instant.EPOCH)
                            .arrived());
            return true;
        });
    }

    private static PaymentSighting seen(String paid, String refunded) {
        return seen("100.00", paid, refunded);
    }

    private static PaymentSighting seen(String owed, String paid, String refunded) {
        return new PaymentSighting(
                "77",
                "accelevents",
                "USD",
                new BigDecimal(owed),
                Optional.of(new BigDecimal(paid)),
                new BigDecimal(refunded),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.empty(),
                true);
    }

    private static Telling telling(String net, PaymentState state) {
        return new Telling("m1", Money.parse(net, "USD"), state);
    }

    @Test
    void theWholeStateIsTold() {
        assertThat(look(seen("100.00", "30.00"), "m1").telling())
                .contains(telling("70.00", PaymentState.PARTIALLY_REFUNDED));
    }

    @Test
    void whatIsToldAlreadyIsNotNew() {
        told(look(seen("100.00", "0"), "m1"));
        Look again = look(seen("100.00", "0.00"), "m1");

        assertThat(again.telling()).isEmpty();
        assertThat(again.facts()).isEmpty();
        assertThat(again.isNew()).isFalse();
    }

    @Test
    void aTotalThatFallsAndRisesIsMoneyThatWentBackAndCameAgain() {
        told(look(seen("100.00", "0"), "m1"));
        told(look(seen("60.00", "0"), "m1"));
        Look risen = look(seen("90.00", "0"), "m1");
        told(risen);

        assertThat(risen.telling()).contains(telling("90.00", PaymentState.PARTIALLY_PAID));
        List<Fact> facts = parts.in(tx -> tx.payments().ofOrder("77"));
        assertThat(facts)
                .extracting(Fact::kind, fact -> fact.money().minor())
                .containsExactlyInAnyOrder(
                        tuple(FactKind.CHARGE, 10_000L),
                        tuple(FactKind.REFUND, 4_000L),
                        tuple(FactKind.CHARGE, 3_000L));
    }

    @Test
    void whereNothingIsLeftOfWhatWasPaidItWentBackWhateverTheOrderCostsNow() {
        told(look(seen("0", "100.00", "0"), "m1"));
        Look exchanged = look(seen("0", "0", "0"), "m1");
        told(exchanged);

        assertThat(exchanged.telling()).contains(telling("0.00", PaymentState.REFUNDED));
        assertThat(look(seen("0", "0", "0"), "m1").telling()).isEmpty();
        assertThat(look(seen("80.00", "0", "0"), "m1").telling()).isEmpty();
        assertThat(look(seen("80.00", "80.00", "0"), "m1").telling()).contains(telling("80.00", PaymentState.PAID));
    }

    @Test
    void anOrderThatNeverCostAnythingIsToldToNobody() {
        assertThat(look(seen("0", "0", "0"), "m1").telling()).isEmpty();
    }

    @Test
    void moreRefundedThanPaidIsHeldAndNothingIsTold() {
        Look look = look(seen("100.00", "100.01"), "m1");

        assertThat(look.telling()).isEmpty();
        assertThat(look.facts()).extracting(Fact::kind).containsExactly(FactKind.CHARGE, FactKind.REFUND);
        assertThat(look.question()).map(Question::kind).contains(Question.HELD);
    }

    @Test
    void ticketsOfSeveralMembersAreAQuestion() {
        Look look = look(seen("100.00", "0"), "m1", "m2");

        assertThat(look.telling()).isEmpty();
        assertThat(look.question()).map(Question::kind).contains(Question.MEMBER);
    }

    @Test
    void aTicketThatNowBelongsToAnotherMemberIsAQuestion() {
        told(look(seen("100.00", "0"), "m1"));

        assertThat(look(seen("100.00", "50.00"), "m2").question())
                .map(Question::reason)
                .hasValueSatisfying(reason -> assertThat(reason).contains("was booked for member m1"));
    }

    @Test
    void aMemberWhoseLinkIsGoneKeepsThePayment() {
        told(look(seen("100.00", "0"), "m1"));

        assertThat(look(seen("100.00", "50.00")).telling()).contains(telling("50.00", PaymentState.PARTIALLY_REFUNDED));
    }

    @Test
    void anAmountThatTheListDoesNotShowIsAQuestion() {
        PaymentSighting blind = new PaymentSighting(
                "77",
                "accelevents",
                "USD",
                BigDecimal.TEN,
                Optional.empty(),
                BigDecimal.ZERO,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.empty(),
                true);

        assertThat(look(blind, "m1").question()).map(Question::kind).contains(Question.AMOUNT);
    }

    @Test
    void whatCarriesAKeyOfOursIsNotToldBack() {
        PaymentSighting paid = seen("100.00", "0");
        Look look = look(
                new PaymentSighting(
                        paid.id(),
                        paid.collector(),
                        paid.currency(),
                        paid.owed(),
                        paid.paid(),
                        paid.refunded(),
                        paid.said(),
                        paid.note(),
                        paid.member(),
                        paid.mergedFrom(),
                        paid.tickets(),
                        paid.admitted(),
                        Optional.of("gala/1@100"),
                        true),
                "m1");

        assertThat(look.telling()).isEmpty();
        assertThat(look.facts()).allMatch(Fact::isEcho);
    }

    private record Nowhere() implements PaymentSource {
        @Override
        public String system() {
            return "accelevents";
        }

        @Override
        public String event() {
            return "gala";
        }

        @Override
        public String occurrence() {
            return "";
        }

        @Override
        public Iterable<List<PaymentSighting>> payments() {
            return List.of();
        }

        @Override
        public boolean exists(String id) {
            return false;
        }
    }

    private record Nobody() implements PaymentSink {
        @Override
        public String system() {
            return "memberships";
        }

        @Override
        public Told tell(PaymentRow row, int number, Optional<TicketRef> registration) {
            throw new AssertionError("nobody is told here");
        }
    }
}
