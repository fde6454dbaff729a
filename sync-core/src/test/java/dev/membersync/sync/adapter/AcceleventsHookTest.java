package dev.membersync.sync.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.webhook.HintReceiver;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookOutcome;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.intake.TicketHint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a delivery comes to, whatever is packed into it. */
class AcceleventsHookTest {
    private static final String SECRET = "a-secret-of-the-tests";

    private final List<TicketHint> hints = new ArrayList<>();
    private final AcceleventsHook hook = AcceleventsHook.of(
            HintReceiver.builder().secretInPath(Secret.of(SECRET)).build(), new Intake() {
                @Override
                public void members(Collection<String> userIds) {
                    throw new AssertionError("no member is named");
                }

                @Override
                public void tickets(TicketHint hint) {
                    hints.add(hint);
                }
            });

    private void send(String body) {
        HookAnswer answer = hook.receive(Delivery.of(Headers.none(), body.getBytes(StandardCharsets.UTF_8))
                .at("/hooks/accelevents/" + SECRET));
        assertThat(answer.outcome()).isEqualTo(HookOutcome.ACCEPTED);
    }

    private static String rows(int count, String row) {
        return IntStream.range(0, count)
                .mapToObj(number -> row.replace("#", String.valueOf(number)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void aDeliveryOfManyObjectsIsOneLook() {
        send(rows(900, "{\"barcode\":\"B-#\",\"eventUrl\":\"gala\"}"));

        assertThat(hints).singleElement().satisfies(hint -> {
            assertThat(hint.names()).hasSize(900).contains("B-0", "B-899");
            assertThat(hint.events()).containsExactly("gala");
            assertThat(hint.blind()).isFalse();
        });
    }

    @Test
    void oneObjectWithoutAnEventConcernsAllEvents() {
        send("[{\"barcode\":\"B-1\",\"eventUrl\":\"gala\"},{\"barcode\":\"B-2\"}]");

        assertThat(hints)
                .singleElement()
                .satisfies(hint -> assertThat(hint.events()).isEmpty());
    }

    @Test
    void anOrderAloneMakesTheWholeBlind() {
        send("[{\"barcode\":\"B-1\",\"orderId\":7},{\"orderId\":8}]");

        assertThat(hints)
                .singleElement()
                .satisfies(hint -> assertThat(hint.blind()).isTrue());
    }

    @Test
    void moreNamesThanADeliveryHasAreNotLookedUp() {
        send(rows(20_000, "{\"barcode\":\"B-#\",\"email\":\"a#@example.org\"}"));

        assertThat(hints).singleElement().satisfies(hint -> {
            assertThat(hint.names()).hasSize(1_000);
            assertThat(hint.emails()).hasSize(1_000);
            assertThat(hint.blind()).isTrue();
        });
    }
}
