package dev.membersync.accelevents.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.client.Call;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedInTest {
    private static final Secret CANARY = Secret.of("canary/1");

    private final ScriptedTransport wire = ScriptedTransport.create();

    static Stream<Function<Logins, Call<LoginSession>>> logins() {
        return Stream.of(
                logins -> logins.password("ada", CANARY),
                logins -> logins.token(CANARY),
                logins -> logins.userKey(CANARY),
                logins -> logins.portal("spring", Map.of("password", CANARY)),
                logins -> logins.signUp(Map.of("password", CANARY)));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void nothingThatIsSaidOfALoginShowsItsSecret(Function<Logins, Call<LoginSession>> login) {
        wire.reply(406, "{\"errorCode\":4068006,\"message\":\"link canary/1 expired\"}");
        var call = login.apply(client(AcceleventsClient.anonymous()).logins());
        var failure = catchThrowable(call::execute);
        assertThat(failure).hasMessageContaining("4068006");
        assertThat(failure + " " + call.describe() + wire.requests()).doesNotContain("canary");
    }

    @Test
    void aLoginNeedsNoKey() {
        wire.reply(200, "{\"access_token\":\"t\"}");
        client(AcceleventsClient.anonymous()).logins().token(CANARY).execute();
        assertThat(last().secrets()).isEmpty();
    }

    @Test
    void aSessionTravelsRawInsteadOfTheKey() {
        wire.reply(200, "{\"ticketOrderNumber\":5}");
        client(AcceleventsClient.session(CANARY))
                .myTickets()
                .order(new OrderId(5))
                .execute();
        assertThat(last().secrets()).containsOnlyKeys("Authorization");
        assertThat(last().secrets().get("Authorization").reveal()).isEqualTo("canary/1");
    }

    @Test
    void aReplyWithoutATokenIsAnErrorThatNamesTheCall() {
        wire.reply(200, "{\"userRole\":\"ROLE_USER\"}");
        var login = client(AcceleventsClient.anonymous()).logins().token(CANARY);
        assertThat(catchThrowable(login::execute)).hasMessageContaining("logins.token");
    }

    private AcceleventsClient client(AcceleventsClient.Builder builder) {
        return builder.transport(wire)
                .time(ManualTime.create())
                .retry(RetryPolicy.none())
                .build();
    }

    private Request last() {
        return wire.requests().get(0);
    }
}
