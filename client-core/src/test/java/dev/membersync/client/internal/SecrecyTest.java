package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.membersync.client.Call;
import dev.membersync.client.Operation;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.JdkTransport;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RetryPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.simple.SimpleLogger;

/** Sends a canary as key and another as a person down every path that fails, and looks for them in all that is said. */
class SecrecyTest {
    private static final String KEY = "canary-key-77";
    private static final String PERSON = "canary.person@example.com";
    private static final String PHONE = "+1 555 010 9988";
    private static final String BODY =
            "{\"message\":\"no " + PERSON + " with " + PHONE + "\",\"errorCode\":4040200,\"name\":\"" + PERSON + "\"}";

    static Stream<Consumer<Fixture>> failures() {
        return Stream.<Consumer<Fixture>>concat(
                Stream.of(302, 400, 401, 403, 404, 422, 429, 500, 503)
                        .map(status -> fixture -> fixture.script.reply(
                                Reply.of(status, BODY).with(Headers.of("Set-Cookie", KEY, "X-Shown", "shown-value")))),
                Stream.of(
                        fixture -> fixture.script.reply(200, "{\"name\": " + PERSON),
                        fixture -> fixture.script.reply(200, "[\"" + PERSON + "\"]"),
                        fixture -> fixture.script.fail(TransportException.notSent("no connection", null)),
                        fixture -> fixture.script.fail(
                                TransportException.outcomeUnknown("lost", new IOException("reset")))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void noFailureTellsASecretOrAPerson(Consumer<Fixture> failure) throws IOException {
        Fixture fixture = new Fixture();
        failure.accept(fixture);
        ApiClient.Builder client = fixture.client()
                .tokens(TokenProvider.fixed(Secret.of(KEY)))
                .retry(RetryPolicy.none())
                .showHeaders("X-Shown")
                .replies(SecrecyTest::quoting);
        Call<String> call = client.build()
                .call(Fixture.READ)
                .path("id", PERSON)
                .query("email", PERSON)
                .reader(body -> Json.object(body, f -> f.text("name").orElse("")));
        clean(told(catchThrowable(call::execute)));
        clean(Files.readString(Path.of("target", "client-core-test.log")));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 422, 429, 500})
    void aServiceThatRepeatsTheKeyIsNotRepeated(int status) throws IOException {
        Fixture fixture = new Fixture();
        fixture.script.reply(status, "{\"message\":\"Invalid token " + KEY + ", sent as Bearer " + KEY + "!\"}");
        ApiException failure = (ApiException) catchThrowable(() -> Fixture.get(fixture.client()
                        .tokens(TokenProvider.fixed(Secret.of(KEY)))
                        .retry(RetryPolicy.none())
                        .replies(SecrecyTest::quoting))
                .execute());

        assertThat(failure).hasMessageContaining("Invalid token ***, sent as Bearer ***!");
        clean(told(failure) + failure.vendorMessage());
        clean(Files.readString(Path.of("target", "client-core-test.log")));
    }

    @Test
    void noPartOfARefusalRepeatsTheKey() {
        Fixture fixture = new Fixture();
        fixture.script.reply(400, "{}");
        ApiException failure = (ApiException) catchThrowable(() -> Fixture.get(fixture.client()
                        .tokens(TokenProvider.fixed(Secret.of(KEY)))
                        .replies((operation, reply) -> Optional.of(ReplyReader.statusFault(reply, KEY)
                                .code(KEY)
                                .traceId(KEY)
                                .fieldMessages(List.of("token: " + KEY))
                                .details(Map.of("tokenId", KEY))
                                .remedy("drop " + KEY))))
                .execute());

        clean(told(failure)
                + failure.vendorMessage()
                + failure.problem().fieldMessages()
                + failure.detail("tokenId").orElse("")
                + failure.remedy());
    }

    @Test
    void aServiceThatRepeatsASecretOfTheBodyOrThePathIsNotRepeated() {
        Secret secret = Secret.of("canary secret/+&");
        String sent = "was sent: canary secret/+& that is canary%20secret%2F%2B%26";
        assertThat(refusal(Fixture.POST, call -> call.form(Map.of("client_secret", secret)), sent))
                .hasMessageContaining("was sent: *** that is ***");
        assertThat(refusal(Fixture.POST, call -> call.json(Map.of("clientSecret", secret, "id", "7")), sent))
                .hasMessageContaining("was sent: *** that is ***");
        assertThat(refusal(Fixture.READ, call -> call.path("id", secret), sent))
                .hasMessageContaining("was sent: *** that is ***");
    }

    private static Throwable refusal(Operation operation, UnaryOperator<CallBuilder> filled, String words) {
        Fixture fixture = new Fixture();
        fixture.script.reply(400, "{\"message\":\"" + words + "\"}");
        CallBuilder call =
                fixture.client().replies(SecrecyTest::quoting).build().call(operation);
        return catchThrowable(() -> filled.apply(call).ignoringBody().execute());
    }

    private static Optional<Fault> quoting(Operation operation, Reply reply) {
        return reply.ok() ? Optional.empty() : Optional.of(ReplyReader.statusFault(reply, message(reply)));
    }

    @Test
    void theLogThatIsSearchedIsTheOneThatIsWritten() {
        assertThat(LoggerFactory.getLogger("dev.membersync.client.calls")).isInstanceOf(SimpleLogger.class);
        assertThat(LoggerFactory.getLogger("dev.membersync.client.calls").isDebugEnabled())
                .isTrue();
    }

    @Test
    void aReaderThatQuotesItsInputIsNotQuoted() {
        Fixture fixture = new Fixture();
        fixture.script.reply(200, "{}");
        Call<Integer> call = fixture.client()
                .retry(RetryPolicy.none())
                .build()
                .call(Fixture.POST)
                .reader(body -> Integer.valueOf(PERSON));
        clean(told(catchThrowable(call::execute)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"canary-key-77\nX-Injected: 1", "canary-key-77\r", "canary-key-77\u0000", "canary-key-77é", " "})
    void aSecretThatNoHeaderCanCarryIsRefusedUnquoted(String value) {
        assertThatThrownBy(() -> Secret.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void aHeaderOptionWithANewlineIsRefusedUnquoted() {
        Call<String> call =
                Fixture.get(new Fixture().client()).with(RequestOptions.none().withHeader("X-A", KEY + "\nX-B: 1"));
        clean(told(catchThrowable(call::execute)));
    }

    @Test
    void overTheRealTransportARefusedConnectionTellsNothing() throws IOException {
        int port;
        try (java.net.ServerSocket closed =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Call<String> call = ApiClient.builder(
                        java.net.URI.create("http://127.0.0.1:" + port),
                        JdkTransport.create(),
                        dev.membersync.client.time.Time.system())
                .tokens(TokenProvider.fixed(Secret.of(KEY)))
                .retry(RetryPolicy.none())
                .deadline(Duration.ofSeconds(20))
                .build()
                .call(Fixture.READ)
                .path("id", PERSON)
                .reader(body -> "");
        Throwable failure = catchThrowable(call::execute);
        assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("nothing was sent");
        clean(told(failure));
    }

    @Test
    void nothingThatHoldsASecretPrintsIt() {
        Fixture fixture = new Fixture();
        fixture.script.reply(200, BODY);
        Fixture.get(fixture.client().tokens(TokenProvider.fixed(Secret.of(KEY))))
                .execute();
        clean(Secret.of(KEY) + " " + AccessToken.of(Secret.of(KEY)) + " "
                + Secret.of(KEY).prefixed("Bearer ")
                + fixture.script.requests() + Reply.of(200, BODY).with(Headers.of("Set-Cookie", KEY))
                + Headers.of("Set-Cookie", KEY) + RequestOptions.none().withHeader("X", KEY));
    }

    @Test
    void theVendorsTextIsThereForThoseWhoAsk() {
        Fixture fixture = new Fixture();
        fixture.script.reply(404, BODY);
        ApiException failure = (ApiException) catchThrowable(() -> Fixture.get(fixture.client()
                        .replies((operation, reply) -> Optional.of(ReplyReader.statusFault(reply, message(reply)))))
                .execute());
        assertThat(failure.vendorMessage()).contains(PERSON);
        assertThat(failure).hasMessageContaining("<email>").hasMessageContaining("<phone>");
    }

    private static String message(Reply reply) {
        return Json.tryObject(reply.body()).flatMap(f -> f.text("message")).orElse("");
    }

    private static String told(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.append(failure.toString()).toString();
    }

    private static void clean(String text) {
        assertThat(text).isNotBlank().doesNotContain("canary").doesNotContain("555 010");
    }
}
