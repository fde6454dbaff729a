package dev.membersync.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second JVM, a real file store and a vendor that rotates. */
class TwoProcessesTest {
    private static final int ROUNDS = 20;

    @TempDir
    Path temp;

    private Path folder;
    private TokenServer server;

    @BeforeEach
    void connect() throws IOException {
        server = new TokenServer();
        folder = temp.resolve("tokens");
        FileTokenStore.open(folder)
                .save("loc-1", Grant.of(Secret.of("access-0")).refreshToken(Secret.of("refresh-0")));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void twoProcessesOnOneRotatingRefreshTokenNeverLoseIt() throws Exception {
        server.endGrace();
        RenewingTokens here = TokenProcess.tokens(folder, server.url());
        try (TokenProcess there = TokenProcess.start(folder, server.url())) {
            String token = "access-0";
            there.ask("");
            assertThat(there.answer()).isEqualTo(token);
            for (int round = 1; round <= ROUNDS; round++) {
                there.ask(token);
                String mine = TokenProcess.token(here, token);
                assertThat(mine).isEqualTo("access-" + round).isEqualTo(there.answer());
                token = mine;
            }
        }
        assertThat(server.requests()).isEqualTo(ROUNDS);
    }

    @Test
    void aProcessKilledBeforeItSavedIsFollowedByOneThatGetsTheSamePair() throws Exception {
        killWhileItWaitsForTheAnswer();
        RenewingTokens next = TokenProcess.tokens(folder, server.url());
        assertThat(TokenProcess.token(next, "")).isEqualTo("access-1");
        assertThat(server.rotations()).isEqualTo(1);
        assertThat(FileTokenStore.open(folder).find("loc-1"))
                .contains(StoredGrant.of(Grant.of(Secret.of("access-1")).refreshToken(Secret.of("refresh-1"))));
    }

    @Test
    void afterTheGraceItSaysThatAnAnswerWasLostAndAPersonMustReconnect() throws Exception {
        killWhileItWaitsForTheAnswer();
        server.endGrace();
        RenewingTokens next = TokenProcess.tokens(folder, server.url());
        assertThat(TokenProcess.token(next, "access-0"))
                .startsWith("RECONNECT_NEEDED")
                .contains("was lost", "connect the account again")
                .doesNotContain("refresh-0");
    }

    private void killWhileItWaitsForTheAnswer() throws Exception {
        server.holdNextAnswer();
        try (TokenProcess doomed = TokenProcess.start(folder, server.url())) {
            doomed.ask("access-0");
            assertThat(server.held.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(FileTokenStore.open(folder).tryLease("loc-1", java.time.Duration.ZERO))
                    .isEmpty();
            doomed.kill();
        }
        server.letGo.countDown();
    }
}
