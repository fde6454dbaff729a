package dev.membersync.examples.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.intake.HookHandler;
import dev.membersync.testkit.FakeDelivery;
import dev.membersync.testkit.FakeMember;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deliveries of real senders over HTTP. */
@Timeout(60)
class HooksTest {
    private static final String PATH = "/hooks/memberships";
    private final Demo demo = Demo.shared();

    private final List<FakeDelivery> sent = new CopyOnWriteArrayList<>();
    private final Visitor sender = Visitor.stranger(demo.app);

    @BeforeEach
    void listen() {
        demo.services().memberships().webhooks().deliverTo(delivery -> {
            sent.add(delivery);
            return 200;
        });
    }

    private HttpResponse<String> deliver(FakeDelivery delivery, byte[] body) {
        String[] headers = delivery.headers().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("content-type"))
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new);
        return sender.post(PATH, "application/json", body, headers);
    }

    private long count(String outcome) {
        return demo.app
                .bean(HookHandler.class)
                .counters()
                .getOrDefault(PATH, Map.of())
                .getOrDefault(outcome, 0L);
    }

    private void join(String userId, String name) {
        demo.services()
                .memberships()
                .members()
                .add(FakeMember.of(userId, userId + "@example.com", name).withStatus("active"));
    }

    @Test
    void aSignedDeliveryMakesAnAttendeeWithTheFieldOfOurOwn() {
        join("joined1", "Nora Newcomer");

        assertThat(sent)
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(
                                deliver(delivery, delivery.body()).statusCode())
                        .isEqualTo(200));

        assertThat(count("accepted")).isPositive();
        Running.until(() -> demo.ticketOf("joined1").isPresent());
        Running.until(() ->
                demo.ticketOf("joined1").orElseThrow().answer("Badge desk").equals("Desk N to Z"));
    }

    @Test
    void aDeliveryThatWasAlteredIsRefused() {
        join("joined2", "Otto Altered");
        long accepted = count("accepted");
        FakeDelivery delivery = sent.get(0);
        byte[] body = delivery.body().clone();
        body[body.length - 2] ^= 1;

        HttpResponse<String> answer = deliver(delivery, body);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "www-authenticate");
        assertThat(count("accepted")).isEqualTo(accepted);
        assertThat(count("unproven")).isPositive();
    }

    @Test
    void whatIsNoDeliveryIsAnsweredAsDocumented() {
        byte[] large = new byte[HookHandler.LARGEST_BODY + 1];

        assertThat(sender.post(PATH, "application/json", large).statusCode()).isEqualTo(413);
        assertThat(sender.post("/hooks/nobody", "application/json", new byte[2]).statusCode())
                .isEqualTo(404);
        assertThat(sender.get(PATH).statusCode()).isEqualTo(405);
        assertThat(sender.get(PATH).headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void aFormIsHandedOnAsTheBytesThatItIs() {
        byte[] form = Visitor.encoded(Map.of("_csrf", "x")).getBytes(StandardCharsets.UTF_8);

        assertThat(sender.post(PATH, "application/x-www-form-urlencoded", form).statusCode())
                .isEqualTo(401);
    }
}
