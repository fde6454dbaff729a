package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.PagingException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.compare.Compare;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.StaffWrites;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one operation is on the wire, in both directions: a row of a room's table. */
public record Contract(
        String operation,
        Function<MembershipsClient, Object> act,
        String target,
        String body,
        int status,
        String reply,
        Consumer<@Nullable Object> check) {

    public static final StaffWrites ALL_STAFF_WRITES = StaffWrites.of(
                    "phone", "type", "role", "locationIds", "permissions", "scopes", "password", "firstName")
            .allowingCreate()
            .allowingDelete();

    private static final int DAMAGES = 400;
    private static final Pattern PERSONAL = Pattern.compile(
            "\"(?:email|fullName|firstName|lastName|phone|address1|dateOfBirth)\"\\s*:\\s*\"([^\"]{3,})\"");

    public static Contract of(String operation, Function<MembershipsClient, Object> act) {
        return new Contract(operation, act, "", "", 200, "", result -> {});
    }

    public Contract sends(String line) {
        return sends(line, "");
    }

    public Contract sends(String line, String json) {
        return new Contract(operation, act, line, json, status, reply, check);
    }

    public Contract answers(int code, String json) {
        return new Contract(operation, act, target, body, code, json, check);
    }

    public <T> Contract gives(Class<T> type, Consumer<T> checks) {
        return new Contract(
                operation, act, target, body, status, reply, result -> checks.accept(type.cast(first(result))));
    }

    /** Sends, and compares what went out and what came of the reply, which tells nobody in its text. */
    public void hold(MembershipsProfile profile) {
        ScriptedTransport transport = Scripts.replies(status, reply);
        Object result = run(transport, profile);
        assertThat(transport.requests()).hasSize(1);
        Request request = transport.requests().get(0);
        assertThat(Scripts.target(request)).isEqualTo(target);
        assertThat(request.body().isPresent() ? Scripts.body(request) : "").isEqualTo(body);
        assertThat(request.headers())
                .containsAllEntriesOf(profile.headers())
                .containsEntry("Accept", "application/json")
                .doesNotContainKey("Authorization");
        assertThat(request.headers().containsKey("Content-Type"))
                .isEqualTo(request.body().isPresent());
        assertThat(request.secrets().get("Authorization").reveal()).isEqualTo("Bearer " + Scripts.KEY);
        PERSONAL.matcher(reply)
                .results()
                .forEach(person -> assertThat(String.valueOf(result)).doesNotContain(person.group(1)));
        check.accept(result);
    }

    /** Damages the reply in many ways: each gives a value or one typed error. */
    public void survives(MembershipsProfile profile) {
        for (long seed = 0; seed < Bounded.rounds(DAMAGES); seed++) {
            byte[] damaged = damaged(seed);
            try {
                Bounded.read(damaged, () -> survives(damaged, profile));
            } catch (AssertionError e) {
                throw new AssertionError(operation + ", seed " + seed, e);
            }
        }
    }

    /** By turns a reply that is JSON still, and one that is any bytes. */
    private byte[] damaged(long seed) {
        return seed % 2 == 0
                ? new ReplyFuzz(seed).damage(reply).getBytes(StandardCharsets.UTF_8)
                : Hostile.bytes(new SplittableRandom(seed), List.of(reply));
    }

    private void survives(byte[] answer, MembershipsProfile profile) {
        try {
            Reply damaged = new Reply(status, Headers.none(), answer, Duration.ZERO);
            Object result = run(ScriptedTransport.answering(request -> damaged), profile);
            assertThat(String.valueOf(result)).isNotNull();
        } catch (PagingException e) {
            assertThat(e).hasMessageContaining("incomplete scan");
        } catch (ApiException e) {
            // The name of a class in the message would be a failure of ours, not of the reply.
            assertThat(e).hasMessageContaining(operation).hasMessageNotContaining("java.");
        }
    }

    /** What a caller gets when this is the answer to everything. */
    public @Nullable Object run(String answer, MembershipsProfile profile) {
        return run(ScriptedTransport.answering(request -> Reply.of(status, answer)), profile);
    }

    private @Nullable Object run(ScriptedTransport transport, MembershipsProfile profile) {
        MembershipsClient client = Scripts.highLevelBuilder(transport, profile)
                .staffWrites(ALL_STAFF_WRITES)
                .build();
        Object described = act.apply(client);
        return described instanceof Paged<?> list ? list.stream().toList() : ((Call<?>) described).execute();
    }

    private static @Nullable Object first(@Nullable Object result) {
        return result instanceof List<?> rows ? rows.get(0) : result;
    }

    /** Every operation of the profile that belongs to a room with one of these names has a row in the table. */
    public static void noneIsMissing(List<Contract> table, MembershipsProfile profile, String... rooms) {
        List<String> operations = profile.routes().keySet().stream()
                .filter(id -> List.of(rooms).contains(id.substring(0, id.indexOf('.'))))
                .toList();
        Compare.allKnown(
                "add a row to table() for",
                operations,
                table.stream().map(Contract::operation).toList());
    }

    @Override
    public String toString() {
        return operation + " " + target;
    }
}
