package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.time.Time;
import dev.membersync.sync.config.Finding.Level;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.intake.HookOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every hook of a file takes a good sample and refuses bad ones, or the finding says what is wrong. */
class HookProofTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret", "HOOK", "a-secret-of-the-tests");
    private static final String SECRET = "live: {hooks: {secret: '${HOOK}'}}\n";
    private static final LiveConfig LIVE = new LiveConfig(
            "127.0.0.1",
            0,
            Duration.ofMinutes(1),
            Optional.of(Secret.of("a-secret-of-the-tests")),
            List.of(),
            Optional.empty());

    private final Time time = ManualTime.create();
    private Function<String, Optional<String>> heard = path -> Optional.empty();

    @Test
    void theHooksOfAFileAreProven() {
        List<Finding> findings = proof(Samples.FULL + SECRET);

        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("/hooks/memberships", "/hooks/accelevents", "/hooks/generic");
        assertThat(findings).allMatch(finding -> finding.level() == Level.GOOD);
        assertThat(findings).extracting(Finding::message).allMatch(message -> message.contains("refuses"));
    }

    @Test
    void allowedAddressesAreProvenToo() {
        assertThat(proof(Samples.FULL
                        + "live: {hooks: {secret: '${HOOK}', allowFrom: ['192.0.2.0/24', '2001:db8::/32']}}\n"))
                .hasSize(3)
                .allMatch(finding -> finding.level() == Level.GOOD);
    }

    @Test
    void withoutHooksThereIsNothingToProve() {
        assertThat(proof(Samples.FULL)).isEmpty();
    }

    @Test
    void whatOnlyHighLevelCanSignIsNotProvenUntilADeliveryCame() {
        assertThat(proof(Samples.HIGHLEVEL)).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WARNING);
            assertThat(finding.subject()).isEqualTo("/hooks/memberships");
            assertThat(finding.message()).contains("refuses a delivery that is not signed", "none has come yet");
        });

        heard = path -> Optional.of("2026-03-01T12:00:00Z");

        assertThat(proof(Samples.HIGHLEVEL)).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.GOOD);
            assertThat(finding.message()).contains("2026-03-01");
        });
    }

    @Test
    void aMistakeInTheSectionIsAFinding() {
        assertThat(proof(Samples.FULL + "live: {hooks: {secret: short}}\n"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.WRONG);
                    assertThat(finding.message()).contains("live.hooks.secret", "openssl rand");
                });
    }

    @Test
    void aHookThatTakesAnythingIsWrong() {
        assertThat(proof(HookOutcome.ACCEPTED)).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WRONG);
            assertThat(finding.message()).contains("takes a delivery that is not proven", "do not run live");
        });
    }

    @Test
    void aHookThatRefusesWhatIsGoodIsWrong() {
        assertThat(proof(HookOutcome.UNPROVEN)).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WRONG);
            assertThat(finding.message()).contains("refuses a delivery that is proven");
        });
    }

    @Test
    void noFindingNamesTheSecret() {
        assertThat(proof(Samples.FULL + SECRET))
                .extracting(Finding::message)
                .noneMatch(message -> message.contains("a-secret-of-the-tests"));
    }

    private List<Finding> proof(HookOutcome always) {
        HookHandler hooks = HookHandler.of(event -> {}).with("/hooks/generic", delivery -> HookAnswer.of(always));
        return new HookProof(hooks, LIVE, false, time.instant(), heard).findings();
    }

    private List<Finding> proof(String text) {
        return HookProof.of(TenantConfig.parse("tenant.yaml", text, ENVIRONMENT), time, heard);
    }
}
