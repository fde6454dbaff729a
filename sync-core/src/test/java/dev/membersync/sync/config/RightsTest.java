package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.MembershipsClientBuilder;
import dev.membersync.sync.config.Finding.Level;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Mapping;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which scopes the workflows of a file need, and whether more are granted. */
class RightsTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");
    private static final String INVOICES = """
              - template: event-payments-to-membership
                recordOn: {invoice: Gala}
            """;
    private static final Mapping ONE_WAY =
            Mapping.of("m").with(Fields.name(), Fields.email()).build();
    private static final Mapping BOTH_WAYS = Mapping.of("m")
            .with(Fields.name(Direction.BOTH), Fields.email(Direction.BOTH))
            .build();

    @Test
    void whatIsNeededAndNoMoreIsGood() {
        assertThat(finding(Samples.HIGHLEVEL, ONE_WAY, "contacts.readonly", "locations/customFields.readonly"))
                .isEqualTo(Finding.good("memberships", "what the workflows need is granted: contacts.readonly"));
    }

    @Test
    void whatNoWorkflowNeedsIsNamed() {
        Finding finding = finding(
                Samples.HIGHLEVEL, ONE_WAY, "contacts.readonly", "contacts.write", "users.write", "oauth.readonly");

        assertThat(finding.level()).isEqualTo(Level.WARNING);
        assertThat(finding.message())
                .contains(
                        "needed by no workflow: contacts.write, oauth.readonly, users.write;", "take them off the app");
    }

    @Test
    void whatFlowsToMembersNeedsTheRightToWrite() {
        assertThat(finding(Samples.HIGHLEVEL, BOTH_WAYS, "contacts.readonly", "contacts.write")
                        .level())
                .isEqualTo(Level.GOOD);
        assertThatThrownBy(() -> finding(Samples.HIGHLEVEL, BOTH_WAYS, "contacts.readonly"))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("contacts.write missing for contacts.update");
    }

    @Test
    void paymentsNeedTheRightsOfTheirPapers() {
        assertThat(finding(
                                Samples.HIGHLEVEL + INVOICES,
                                ONE_WAY,
                                "contacts.readonly",
                                "invoices.readonly",
                                "invoices.write",
                                "payments/transactions.readonly")
                        .level())
                .isEqualTo(Level.GOOD);
        assertThatThrownBy(() -> finding(Samples.HIGHLEVEL + INVOICES, ONE_WAY, "contacts.readonly"))
                .hasMessageContaining("invoices.write missing for invoices.recordPayment");
    }

    @Test
    void theRightsOfAKeyAreToldAndNotJudged() {
        assertThat(finding(Samples.FULL + "  - template: event-payments-to-membership\n", ONE_WAY)
                        .message())
                .isEqualTo("the rights of a key cannot be read; the workflows need users.readonly, the right to"
                        + " payments.record and nothing else");
    }

    @Test
    void aScopeThatNoPageNamesIsNotJudged() {
        assertThat(finding(
                                Samples.FULL + "  - template: event-payments-to-membership\n",
                                ONE_WAY,
                                "users.readonly",
                                "payments.write")
                        .level())
                .isEqualTo(Level.GOOD);
    }

    private static Finding finding(String text, Mapping mapping, String... scopes) {
        TenantConfig config = TenantConfig.parse("tenant.yaml", text, ENVIRONMENT);
        AccessToken token = new AccessToken(Secret.of("token"), Optional.empty(), Set.of(scopes));
        MembershipsClientBuilder builder = MembershipsClient.builder(
                        config.memberships().profile())
                .baseUrl(URI.create("http://127.0.0.1:1"))
                .locationId("loc1")
                .transport(ScriptedTransport.create())
                .tokens(new Fixed(token));
        config.memberships().members().ifPresent(builder::members);
        try (MembershipsClient client = builder.build()) {
            Rights rights = Rights.of(client, config);
            rights.need(mapping);
            return rights.finding();
        }
    }

    private record Fixed(AccessToken token) implements TokenProvider {
        @Override
        public CompletableFuture<AccessToken> token(Optional<AccessToken> rejected) {
            return CompletableFuture.completedFuture(token);
        }

        @Override
        public boolean refreshable() {
            return false;
        }
    }
}
