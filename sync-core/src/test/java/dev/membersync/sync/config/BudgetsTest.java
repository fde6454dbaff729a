package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLedger;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.testing.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private static final RateLimit LIMIT = RateLimit.of(10, Duration.ofSeconds(10));

    private final ManualTime time = ManualTime.create();
    private final RateLedger pages = RateLedger.inMemory(time);
    private final List<String> credentials = new ArrayList<>();
    private final Optional<RateLedger> ledger = Optional.of((credential, entry) -> {
        credentials.add(credential);
        pages.write(credential, entry);
    });

    private static AcceleventsConfig organisation(String host, String key) {
        return new AcceleventsConfig(URI.create("https://" + host), Secret.of(key), LIMIT, false);
    }

    private RateBudget budget(String account, AcceleventsConfig config) {
        return Budgets.of(ledger, account, time).accelevents(config);
    }

    @Test
    void tenantsWithOneKeyShareItsBudget() {
        assertThat(budget("one", organisation("a.example", "a-secret-key"))
                        .turn(Lane.LIVE)
                        .granted())
                .isTrue();
        assertThat(budget("two", organisation("a.example", "a-secret-key"))
                        .turn(Lane.LIVE)
                        .granted())
                .isFalse();
        assertThat(credentials).hasSize(2).containsOnly(credentials.get(0));
    }

    @Test
    void anotherKeyOrServiceHasAnotherBudget() {
        for (AcceleventsConfig each : List.of(
                organisation("a.example", "a-secret-key"),
                organisation("a.example", "another-key"),
                organisation("b.example", "a-secret-key"))) {
            assertThat(budget("one", each).turn(Lane.LIVE).granted()).isTrue();
        }
        assertThat(credentials).doesNotHaveDuplicates();
    }

    @Test
    void nameOfACredentialGivesNothingOfItAway() {
        budget("one", organisation("a.example", "a-secret-key")).turn(Lane.LIVE);

        assertThat(credentials).allMatch(name -> name.matches("[0-9a-f]{32}"));
    }

    @Test
    void withoutALedgerEachProcessHasItsOwn() {
        Budgets own = Budgets.of(Optional.empty(), "one", time);
        AcceleventsConfig organisation = organisation("a.example", "a-secret-key");

        assertThat(own.accelevents(organisation).turn(Lane.LIVE).granted()).isTrue();
        assertThat(own.accelevents(organisation).turn(Lane.LIVE).granted()).isTrue();
    }
}
