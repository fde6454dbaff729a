package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.FakeTransport;
import dev.membersync.accelevents.Stage;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.registration.Guillotine.Killed;
import dev.membersync.testkit.FakeOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A registration whose process ends at any step, and the process after it. */
class RegistrationCutTest {
    private enum Kind {
        /** settings, catalogue, order, form, payment */
        FREE(5),
        /** settings, catalogue, fee, order, form, payment */
        PRICED(6),
        /** as priced, three tickets of two types */
        SEVERAL(6);

        private final int requests;

        Kind(int requests) {
            this.requests = requests;
        }

        RegistrationDraft draft(Stage stage) {
            var ada = stage.ada();
            return switch (this) {
                case FREE -> ada;
                case PRICED ->
                    RegistrationDraft.of(stage.vipType(), "Ada", "Lovelace", "ada@example.org")
                            .withPaymentType(PaymentType.CASH);
                case SEVERAL ->
                    ada.and(stage.vipType(), "Charles", "Babbage", "charles@example.org")
                            .and(stage.generalType(), "Mary", "Somerville", "mary@example.org")
                            .withPaymentType(PaymentType.CASH);
            };
        }
    }

    private final Stage stage = new Stage();
    /** What outlives a process. */
    private final List<OrderPlaced> saved = new ArrayList<>();

    private Registrations process(int killedAt, boolean after) {
        return stage.client(new Guillotine(new FakeTransport(stage.fake), killedAt, after))
                .event(Stage.EVENT)
                .registrations();
    }

    /** What a program does that knows nothing but what it saved. */
    private Registered goOn(Registrations process, RegistrationDraft draft, Consumer<OrderPlaced> save) {
        if (saved.isEmpty()) {
            return process.register(draft, save);
        }
        var last = saved.get(saved.size() - 1);
        return process.resume(last.orderId(), last.placedAt(), draft, save);
    }

    private void assertRegisteredOnce(Registered done, RegistrationDraft draft) {
        assertThat(stage.there.attendees()).hasSize(draft.tickets().size());
        assertThat(stage.there.orders()).filteredOn(FakeOrder::issued).hasSize(1);
        assertThat(stage.there.mails()).hasSize(1);
        assertThat(done.unmatched()).isEmpty();
        for (var ticket : done.tickets()) {
            var issued = stage.there
                    .ticket(Long.parseLong(ticket.ticketId().orElseThrow().value()))
                    .orElseThrow();
            assertThat(issued.email()).isEqualTo(ticket.draft().holder().email());
            assertThat(issued.typeId()).isEqualTo(ticket.draft().ticketTypeId().value());
        }
    }

    static Stream<Arguments> cuts() {
        return Stream.of(Kind.values())
                .flatMap(kind -> IntStream.rangeClosed(1, kind.requests)
                        .boxed()
                        .flatMap(request ->
                                Stream.of(Arguments.of(kind, request, false), Arguments.of(kind, request, true))));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aRegistrationKilledAtAnyRequestIsDoneOnceByTheNextProcess(Kind kind, int request, boolean after) {
        var draft = kind.draft(stage);
        assertThatThrownBy(() -> goOn(process(request, after), draft, saved::add))
                .isInstanceOf(Killed.class);
        assertRegisteredOnce(goOn(process(0, false), draft, saved::add), draft);
    }

    static Stream<Arguments> callbacks() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(Arguments.of(kind, false), Arguments.of(kind, true)));
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void aRegistrationKilledWhileTheOrderIsSavedIsDoneOnceByTheNextProcess(Kind kind, boolean after) {
        var draft = kind.draft(stage);
        assertThatThrownBy(() -> process(0, false).register(draft, order -> {
                    if (after) {
                        saved.add(order);
                    }
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);
        assertThat(stage.fake.requests().count("orders.pay")).isZero();
        assertRegisteredOnce(goOn(process(0, false), draft, saved::add), draft);
    }

    @RepeatedTest(150)
    void aRegistrationKilledAgainAndAgainIsDoneOnce(RepetitionInfo seed) {
        var random = new SplittableRandom(seed.getCurrentRepetition());
        var kind = Kind.values()[random.nextInt(3)];
        var draft = kind.draft(stage);
        for (int lives = random.nextInt(1, 6); lives > 0; lives--) {
            var process = process(random.nextInt(1, kind.requests + 1), random.nextBoolean());
            try {
                goOn(process, draft, saved::add);
            } catch (Killed end) {
                assertThat(stage.there.attendees().size())
                        .as("seed %s", seed.getCurrentRepetition())
                        .isIn(0, draft.tickets().size());
            }
            stage.time.advance(Duration.ofMinutes(random.nextInt(8)));
        }
        assertRegisteredOnce(goOn(process(0, false), draft, saved::add), draft);
    }
}
