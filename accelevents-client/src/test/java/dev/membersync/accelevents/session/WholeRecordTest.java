package dev.membersync.accelevents.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.id.SessionId;
import dev.membersync.accelevents.id.SpeakerId;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A write replaces the whole record, so what was read must come back to the letter. */
class WholeRecordTest {
    private static final int SEEDS = 300;
    private static final List<String> PLAIN =
            List.of("null", "true", "false", "0", "-17", "98765432109876543210", "12.50", "[]", "{}", "\"\"");

    private final ScriptedTransport wire = ScriptedTransport.create();
    private final EventScope event = AcceleventsClient.builder(Secret.of("k"))
            .transport(wire)
            .time(ManualTime.create())
            .rateBudget(RateBudget.unlimited())
            .build()
            .event("e");

    @Test
    void aChangedSpeakerKeepsEveryOtherFieldToTheLetter() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var fields = unknown(
                    random, "\"speakerId\":7", "\"firstName\":\"Ada\"", "\"lastName\":null", "\"email\":\"a@b.org\"");
            wire.reply(200, "{\"data\":[" + object(fields) + "],\"recordsTotal\":1}")
                    .reply(200, "");
            var speaker = event.speakers().list().stream().findFirst().orElseThrow();
            event.speakers().update(speaker.with("firstName", "Augusta")).execute();
            Collections.replaceAll(fields, "\"firstName\":\"Ada\"", "\"firstName\":\"Augusta\"");
            assertThat(sent()).as("seed %d", seed).isEqualTo(object(fields));
        }
    }

    @Test
    void aChangedSessionKeepsEveryOtherFieldToTheLetter() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var fields = unknown(
                    random,
                    "\"title\":\"Old\"",
                    "\"startTime\":null",
                    "\"endTime\":\"x\"",
                    "\"format\":\"EXPO\"",
                    "\"ticketTypesThatCanBeRegistered\":" + value(random, 2));
            wire.reply(200, object(fields)).reply(200, "");
            var session = event.sessions().get(new SessionId(5)).execute();
            event.sessions().update(session.with("title", "New")).execute();
            Collections.replaceAll(fields, "\"title\":\"Old\"", "\"title\":\"New\"");
            assertThat(sent()).as("seed %d", seed).isEqualTo(object(fields));
        }
    }

    @Test
    void aShortenedSessionIsNotWrittenBack() {
        var shortened = new Session(new SessionId(5), Map.of("title", "Opening", "startTime", "", "endTime", ""));
        assertThatThrownBy(() -> event.sessions().update(shortened))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[format, ticketTypesThatCanBeRegistered]");
    }

    @Test
    void aSpeakerWithoutAddressIsNotWrittenBack() {
        var shortened = new Speaker(new SpeakerId(5), Map.of("firstName", "Ada", "lastName", "L"));
        assertThatThrownBy(() -> event.speakers().update(shortened)).hasMessageContaining("[email]");
    }

    @Test
    void aTitleTakes255Characters() {
        var draft = SessionDraft.of("x".repeat(255), LocalDateTime.MIN, LocalDateTime.MIN);
        assertThatThrownBy(() -> draft.with("title", "x".repeat(256)))
                .hasMessage("title takes 255 characters, not 256");
    }

    @Test
    void aDescriptionTakes65024Characters() {
        var session = new Session(new SessionId(5), Map.of()).with("description", "x".repeat(65_024));
        assertThatThrownBy(() -> session.with("description", "x".repeat(65_025)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextThatWasTooLongWhenReadDoesNotHinderAnotherChange() {
        var session = new Session(new SessionId(5), Map.of("title", "x".repeat(400)));
        assertThat(session.with("capacity", 5).title()).hasSize(400);
    }

    private String sent() {
        var requests = wire.requests();
        return new String(requests.get(requests.size() - 1).body().orElseThrow(), UTF_8);
    }

    private static List<String> unknown(Random random, String... known) {
        var fields = new ArrayList<>(List.of(known));
        for (int i = random.nextInt(12); i > 0; i--) {
            fields.add(random.nextInt(fields.size() + 1), "\"u" + i + "ä\":" + value(random, 3));
        }
        return fields;
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> "\"" + text(random) + "\"";
            case 3 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(random, depth - 1))
                        .collect(Collectors.joining(",", "[", "]"));
            case 4 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> "\"title" + i + "\":" + value(random, depth - 1))
                        .collect(Collectors.joining(",", "{", "}"));
            default -> PLAIN.get(random.nextInt(PLAIN.size()));
        };
    }

    private static String text(Random random) {
        var parts = List.of("a", " ", "é", "😀", "\\\"", "\\\\", "\\n", "/", "<b>", "2026/03/04", "\u2028", "1e5");
        return random.ints(random.nextInt(8), 0, parts.size())
                .mapToObj(parts::get)
                .collect(Collectors.joining());
    }

    private static String object(List<String> fields) {
        return "{" + String.join(",", fields) + "}";
    }
}
