package dev.membersync.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.sync.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests are answered, whatever a stranger sends. */
class HookHandlerTest {
    private static final String SECRET = "a-secret-of-the-tests";

    private final ManualTime time = ManualTime.create();
    private final Marks marks = new Marks();
    private final List<LiveEvent> news = new ArrayList<>();
    private final HookHandler handler =
            HookHandler.of(news::add).with("/hooks/generic", GenericHook.of(List.of(Secret.of(SECRET)), marks, time));

    /** Remembers what was marked. */
    private static final class Marks implements Intake {
        private final List<String> members = new ArrayList<>();
        private final List<TicketHint> tickets = new ArrayList<>();
        private boolean broken;

        @Override
        public void members(Collection<String> userIds) {
            if (broken) {
                throw new StoreException("the disk is full");
            }
            members.addAll(userIds);
        }

        @Override
        public void tickets(TicketHint hint) {
            tickets.add(hint);
        }
    }

    private static String body(String system, String id, String sent) {
        return "{\"system\":\"" + system + "\",\"id\":\"" + id + "\",\"timestamp\":\"" + sent + "\"}";
    }

    private String now() {
        return time.instant().toString();
    }

    private HookAnswer send(String text) {
        return send("POST", "/hooks/generic", text, signature(text));
    }

    private HookAnswer send(String method, String path, String text, String signature) {
        return handler.handle(
                method,
                Delivery.of(Headers.of(GenericHook.HEADER, signature), text.getBytes(StandardCharsets.UTF_8))
                        .at(path));
    }

    private static String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSignedHookMarksOneRecordBeforeItIsAnswered() {
        HookAnswer answer = send(body("memberships", "m1", now()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(marks.members).containsExactly("m1");
        assertThat(news).containsExactly(new LiveEvent.Hooked("/hooks/generic", HookOutcome.ACCEPTED));
    }

    @Test
    void aTicketMayBeNamedByAnyOfItsNames() {
        send(body("accelevents", "B-17", now()));

        assertThat(marks.tickets)
                .singleElement()
                .satisfies(hint -> assertThat(hint.names()).containsExactly("B-17"));
    }

    @Test
    void aForgedSignatureIsAnswered401AndMarksNobody() { // F-19
        HookAnswer answer =
                send("POST", "/hooks/generic", body("memberships", "m1", now()), "sha256=" + "0".repeat(64));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(marks.members).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:54:59Z, 401",
        "2025-12-31T23:55:00Z, 200",
        "2026-01-01T00:05:00Z, 200",
        "2026-01-01T00:05:01Z, 401"
    })
    void theTimeMayDifferByFiveMinutesEdgesIncluded(String sent, int status) { // F-19
        assertThat(send(body("memberships", "m1", sent)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"no json", "[]", "{}", "{\"system\":\"memberships\",\"id\":\"m1\"}", "{\"id\":7}"})
    void aSignedBodyThatCannotBeUnderstoodIsAnswered400(String text) { // F-19
        assertThat(send(text).status()).isEqualTo(400);
        assertThat(marks.members).isEmpty();
    }

    @Test
    void anOversizeBodyIsAnswered413() { // F-19
        assertThat(send("x".repeat(HookHandler.LARGEST_BODY + 1)).status()).isEqualTo(413);
    }

    @Test
    void anUnknownSystemIsAnswered200AndCounted() { // F-19
        assertThat(send(body("elsewhere", "m1", now())).status()).isEqualTo(200);
        assertThat(handler.counters()).isEqualTo(Map.of("/hooks/generic", Map.of("unknown_type", 1L)));
    }

    @ParameterizedTest
    @CsvSource({"POST, /other, 404", "GET, /hooks/generic, 405", "POST, /hooks/genericx, 404"})
    void otherPathsAndMethodsAreRefused(String method, String path, int status) {
        assertThat(send(method, path, "", "").status()).isEqualTo(status);
    }

    @Test
    void whatCannotBeKeptIsAskedForAgainWith429() { // F-21
        marks.broken = true;

        HookAnswer answer = send(body("memberships", "m1", now()));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsEntry("Retry-After", "60");
    }

    @Test
    void aListenerThatFailsChangesNothing() {
        HookHandler deaf = HookHandler.of(event -> {
            throw new IllegalStateException("secret");
        });

        assertThat(deaf.handle("POST", Delivery.of(Headers.none(), new byte[0])).status())
                .isEqualTo(404);
    }
}
