package dev.membersync.accelevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.PagingException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one operation is on the wire, in both directions: a row of a room's table. The event is called {@code spring summit}. */
@SuppressWarnings("exports") // a test fixture
public record Contract(
        String operation,
        Function<AcceleventsClient, Object> act,
        String target,
        String body,
        int status,
        String reply,
        Consumer<@Nullable Object> check) {
    private static final String KEY = "s3cr3t-key";
    private static final int DAMAGES = 200;
    private static final Pattern VALUE = Pattern.compile(":[^,\\[{}\\]]+");
    private static final List<String> HOSTILE =
            List.of("null", "-1", "\"x\"", "{}", "[]", "1e400", "true", "99999999999");

    /** A row: the id of the operation and the call or list it makes. */
    public static Contract of(String operation, Function<AcceleventsClient, Object> act) {
        return new Contract(operation, act, "", "", 200, "", result -> {});
    }

    /** The same for an operation of one event. */
    public static Contract ofEvent(String operation, Function<EventScope, Object> act) {
        return of(operation, client -> act.apply(client.event("spring summit")));
    }

    /** Method and target as they must go out, without a body. */
    public Contract sends(String line) {
        return sends(line, "");
    }

    /** Method and target, and the JSON body to the letter; single quotes stand for double ones. */
    public Contract sends(String line, String json) {
        return new Contract(operation, act, line, json.replace('\'', '"'), status, reply, check);
    }

    /** The reply; single quotes stand for double ones. */
    public Contract answers(int code, String json) {
        return new Contract(operation, act, target, body, code, json.replace('\'', '"'), check);
    }

    /** What the reply is read as; of a list the first row. */
    public <T> Contract gives(Class<T> type, Consumer<T> checks) {
        return new Contract(
                operation, act, target, body, status, reply, result -> checks.accept(type.cast(first(result))));
    }

    /** Sends, and compares what went out and what came of the reply. */
    public void hold() {
        var transport = ScriptedTransport.create();
        transport.reply(status, reply);
        var result = run(transport, AcceleventsDialect.DEFAULT);
        assertThat(transport.requests()).hasSize(1);
        var request = transport.requests().get(0);
        assertThat(line(request)).isEqualTo(target);
        assertThat(request.body().map(bytes -> new String(bytes, UTF_8)).orElse(""))
                .isEqualTo(body);
        assertThat(request.secrets()).containsOnlyKeys("Key");
        assertThat(request.secrets().get("Key").reveal()).isEqualTo(KEY);
        assertThat(request.headers())
                .containsEntry("Accept", "application/json, */*")
                .doesNotContainKey("Authorization");
        assertThat(request.headers().getOrDefault("Content-Type", ""))
                .startsWith(body.isEmpty() ? "" : body.startsWith("--") ? "multipart/form-data; " : "application/json");
        check.accept(result);
    }

    /** Puts a field that nobody knows into every object of the reply: whatever keeps fields has it then, and nothing prints it. */
    public void keepsUnknownFields() {
        var stranger = reply.replaceAll("\\{(?=\")", "{\"unheardOf\":\"Adalgisa\",");
        var result = run(stranger);
        assertThat(kept(result)).allMatch(fields -> stranger.equals(reply) || fields.containsKey("unheardOf"));
        assertThat(String.valueOf(result)).doesNotContain("Adalgisa");
    }

    private static Stream<Map<?, ?>> kept(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().flatMap(Contract::kept);
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.stream().flatMap(Contract::kept);
        }
        if (!(value instanceof Record row)) {
            return Stream.empty();
        }
        return Arrays.stream(row.getClass().getRecordComponents()).flatMap(component -> {
            var part = part(row, component);
            return List.of("extra", "fields").contains(component.getName()) && part instanceof Map<?, ?> fields
                    ? Stream.of(fields)
                    : kept(part);
        });
    }

    private static @Nullable Object part(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Damages the reply in many ways: each gives a value or one typed error that names the operation. */
    public void survives() {
        for (long seed = 0; seed < Bounded.rounds(DAMAGES); seed++) {
            var random = new SplittableRandom(seed);
            var answer = seed % 2 == 0 ? damaged(random).getBytes(UTF_8) : Hostile.bytes(random, List.of(reply));
            try {
                Bounded.read(answer, () -> survives(answer));
            } catch (AssertionError e) {
                throw new AssertionError(operation + ", seed " + seed, e);
            }
        }
    }

    private void survives(byte[] answer) {
        try {
            var damaged = new Reply(status, Headers.none(), answer, Duration.ZERO);
            var transport = ScriptedTransport.answering(request -> damaged);
            assertThat(String.valueOf(run(transport, AcceleventsDialect.DEFAULT)))
                    .isNotNull();
        } catch (PagingException e) {
            assertThat(e).hasMessageContaining("incomplete scan");
        } catch (ApiException e) {
            assertThat(e).hasMessageContaining(operation).hasMessageNotContaining("java.");
        }
    }

    /** What a caller gets when this is the answer to everything. */
    public @Nullable Object run(String answer) {
        return run(
                ScriptedTransport.answering(request -> Reply.of(status, answer.replace('\'', '"'))),
                AcceleventsDialect.DEFAULT);
    }

    private @Nullable Object run(ScriptedTransport transport, AcceleventsDialect dialect) {
        var client = AcceleventsClient.builder(Secret.of(KEY))
                .baseUrl(URI.create("https://accelevents.test"))
                .transport(transport)
                .time(ManualTime.at(Instant.parse("2026-03-04T22:06:09Z")))
                .rateBudget(RateBudget.unlimited())
                .dialect(dialect)
                .build();
        var described = act.apply(client);
        return described instanceof Paged<?> list ? list.stream().toList() : ((Call<?>) described).execute();
    }

    /** Cuts, swaps and replaces characters and values of the reply. */
    private String damaged(SplittableRandom random) {
        var text = reply;
        for (int i = 0; i <= random.nextInt(3) && !text.isEmpty(); i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(8));
            text = switch (random.nextInt(5)) {
                case 0 -> text.substring(0, from);
                case 1 -> text.substring(0, from) + text.substring(to);
                case 2 -> text.substring(0, from) + "null" + text.substring(to);
                case 3 ->
                    text.substring(0, from)
                            + VALUE.matcher(text.substring(from))
                                    .replaceFirst(":" + HOSTILE.get(random.nextInt(HOSTILE.size())));
                default -> text.substring(0, from) + (char) random.nextInt(0x20, 0x3000) + text.substring(from);
            };
        }
        return text;
    }

    private static @Nullable Object first(@Nullable Object result) {
        return result instanceof List<?> rows ? rows.get(0) : result;
    }

    private static String line(Request request) {
        var query = request.uri().getRawQuery();
        return request.method() + " " + request.uri().getRawPath() + (query == null ? "" : "?" + query);
    }

    @Override
    public String toString() {
        return operation + " " + target;
    }
}
