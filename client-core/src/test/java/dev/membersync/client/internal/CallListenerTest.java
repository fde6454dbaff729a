package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.CallListener;
import dev.membersync.client.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CallListenerTest {
    private final Fixture fixture = new Fixture();

    @Test
    void hearsEveryAttemptTheRetryAndTheEnd() {
        List<String> heard = new ArrayList<>();
        fixture.script.reply(503, "").reply(200, "{}");
        Fixture.get(fixture.client().listener(new CallListener() {
                    @Override
                    public void attempted(Operation operation, int attempt, OptionalInt status, Duration took) {
                        heard.add(operation.id() + " " + attempt + " " + status.orElse(0));
                    }

                    @Override
                    public void retrying(Operation operation, int attempt, Duration wait, RuntimeException failure) {
                        heard.add("retry after " + attempt);
                    }

                    @Override
                    public void done(Operation operation, int attempts, Optional<RuntimeException> failure) {
                        heard.add("done " + attempts + " " + failure.isPresent());
                    }
                }))
                .execute();
        assertThat(heard).containsExactly("things.get 1 503", "retry after 1", "things.get 2 200", "done 2 false");
    }

    @Test
    void whatAListenerThrowsDoesNotReachTheCall() {
        fixture.script.reply(200, "{\"name\":\"Ann\"}");
        CallListener broken = new CallListener() {
            @Override
            public void attempted(Operation operation, int attempt, OptionalInt status, Duration took) {
                throw new IllegalStateException("listener");
            }
        };
        assertThat(Fixture.get(fixture.client().listener(broken)).execute()).isEqualTo("Ann");
    }
}
