package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.MemberRule;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.record.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantConfigTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");

    @Test
    void whatIsNotWrittenHasTheDocumentedDefault() {
        TenantConfig config = parse(Samples.FULL);
        MembersToAttendeesConfig workflow = workflow(config);

        assertThat(config.accelevents().baseUrl()).isEqualTo(AcceleventsClient.PRODUCTION);
        assertThat(config.memberships().rate().calls()).isEqualTo(100);
        assertThat(config.memberships().rate().daily()).hasValue(200_000);
        assertThat(workflow.ticketTypes()).containsEntry("gold", "VIP").containsEntry("*", "General Admission");
        assertThat(workflow.guards()).isEqualTo(GuardPolicy.standard());
        assertThat(workflow.paidTickets()).isEqualTo(PaidTickets.REVIEW);
        assertThat(workflow.statusLabel()).isEqualTo("Membership Status");
    }

    @Test
    void variablesOfTheEnvironmentAreFilledIn() {
        assertThat(parse(Samples.FULL).memberships().apiKey().orElseThrow().reveal())
                .isEqualTo("left-secret");
    }

    @Test
    void theLiveServiceHasAnAddressALimitAndARule() {
        MembershipsConfig config = parse(Samples.HIGHLEVEL.replace(
                        "{only: {tag: member}}", "{only: {field: club, value: 'yes'}, plan: 'tag:plan-'}"))
                .memberships();

        assertThat(config.profile()).isEqualTo(MembershipsProfile.HIGHLEVEL);
        assertThat(config.baseUrl()).hasHost("services.leadconnectorhq.com");
        assertThat(config.rate().calls()).isEqualTo(25);
        assertThat(config.account()).endsWith(" loc1");
        assertThat(config.members())
                .contains(
                        MemberSettings.only(MemberRule.field("club", "yes")).withPlan(MemberField.tagPrefix("plan-")));
    }

    @Test
    void anAppStandsInTheKeysPlace() {
        MembershipsConfig config = parse(Samples.HIGHLEVEL.replace(
                        "apiKey: '${LEFT_KEY}'",
                        "oauth: {clientId: app1, clientSecret: '${LEFT_KEY}', refreshToken: '${RIGHT_KEY}'}"))
                .memberships();

        assertThat(config.apiKey()).isEmpty();
        assertThat(config.oauth().orElseThrow().clientId()).isEqualTo("app1");
        assertThat(config.toString()).doesNotContain("secret");
    }

    @Test
    void neverShowsAKey() {
        assertThat(parse(Samples.FULL).toString()).doesNotContain("secret");
    }

    @Test
    void everyKeyOfAWorkflowIsRead() {
        String more = """
                    id: gala-members
                    event: autumn-gala
                    ticketTypes: {'*': Seat}
                    statuses: {active: register, lapsed: remove}
                    moneyMoves: allow
                    fields: {memberStatus: Status, memberId: Number}
                    guards: {creates: 7, changes: '12.5% and 3', removals: '1% and 0'}
                    buyer: {name: Otto Organiser, email: otto@example.org}
                """;
        TenantConfig config = parse(Samples.FULL + more);
        MembersToAttendeesConfig workflow = workflow(config);

        assertThat(workflow.id()).isEqualTo("gala-members");
        assertThat(workflow.event()).isEqualTo("autumn-gala");
        assertThat(workflow.ticketTypes()).containsOnly(Map.entry("*", "Seat"));
        assertThat(workflow.statuses().action(Value.of("lapsed"))).isEqualTo(StatusAction.REMOVE);
        assertThat(workflow.moneyMoves()).isTrue();
        assertThat(workflow.memberIdLabel()).isEqualTo("Number");
        assertThat(workflow.guards().changes()).isEqualTo(new GuardPolicy.Share(12.5, 3));
        assertThat(workflow.buyer()).contains(new Buyer("Otto Organiser", "otto@example.org"));
    }

    @Test
    void aFieldInJavaIsMappedBesideThoseOfTheFile() {
        FieldMapper desk = Fields.answer("Desk", member -> Value.of("A"));
        TenantConfig file = parse(Samples.FULL + "    map: [{constant: us, to: answer(Host)}]\n");

        TenantConfig config = file.with("members-to-attendees", desk);

        assertThat(workflow(config).map()).extracting(FieldMapper::name).containsExactly("answer:Host", "answer:Desk");
        assertThat(config.digest()).isEqualTo(file.digest());
        assertThatThrownBy(() -> file.with("payments", desk))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no workflow payments registers members");
    }

    @Test
    void byPlanAsksBeforeEveryExchange() {
        String text = Samples.FULL.replace("template: members-to-attendees", "template: members-to-attendees-by-plan")
                + "    ticketTypes: {gold: VIP}\n";
        MembersToAttendeesConfig workflow = workflow(parse(text));

        assertThat(workflow.id()).isEqualTo("members-to-attendees-by-plan");
        assertThat(workflow.exchanges()).isEqualTo(Exchanges.ASK);
        assertThat(workflow(parse(Samples.FULL)).exchanges()).isEqualTo(Exchanges.MAKE);
    }

    @Test
    void byPlanNeedsARowForEveryPlan() {
        String text = Samples.FULL.replace("template: members-to-attendees", "template: members-to-attendees-by-plan");

        assertThatThrownBy(() -> parse(text))
                .hasMessageContaining("ticketTypes: this template needs a row for each plan");
        assertThatThrownBy(() -> parse(text + "    ticketTypes: {gold: VIP, '*': Seat}\n"))
                .hasMessageContaining("this template has no row for everybody else");
    }

    @Test
    void loopbackNeedsNoEncryption() {
        TenantConfig config = parse(Samples.FULL.replace("https://m.example.org", "http://127.0.0.1:8080"));

        assertThat(config.memberships().baseUrl()).hasPort(8080);
    }

    @Test
    void anotherPlainAddressNeedsPermission() {
        String text = Samples.FULL
                .replace("https://m.example.org", "http://m.example.org")
                .replace("currency: EUR", "allowInsecure: true");

        assertThat(parse(text).memberships().allowInsecure()).isTrue();
    }

    @Test
    void aRateIsCallsAndADuration() {
        TenantConfig config = parse(Samples.FULL.replace("currency: EUR", "rate: {calls: 5, per: 500ms}"));

        assertThat(config.memberships().rate().per()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void theLivePartIsAcceptedThoughUnused() {
        String live = "live: {port: 8080, pollEvery: 60s, hooks: {secret: '${NOT_SET}', allowFrom: ['192.0.2.0/24']}}";

        assertThat(parse(Samples.FULL + live).workflows()).hasSize(1);
    }

    @Test
    void aMistakeInLiveIsToldToTheCommandThatNeedsIt() {
        TenantConfig config = parse(Samples.FULL
                + "live: {port: 70000, pollEvery: soon, hooks: {secret: short, allowFrom: [here], publicKey: x}}");

        assertThatThrownBy(() -> config.live().get())
                .hasMessageContaining("live.port: \"70000\" is not a whole number from 0 to 65535")
                .hasMessageContaining("live.pollEvery: \"soon\" is not a duration")
                .hasMessageContaining("openssl rand -hex 32")
                .hasMessageContaining("\"here\" is neither an IPv4 or IPv6 address")
                .hasMessageContaining("live.hooks.publicKey");
    }

    @Test
    void liveHasDefaults() {
        LiveConfig live = parse(Samples.FULL).live().get();

        assertThat(live.host()).isEqualTo("127.0.0.1");
        assertThat(live.port()).isEqualTo(8080);
        assertThat(live.secret()).isEmpty();
    }

    @Test
    void twoWorkflowsOfOneEventNeedTwoIds() {
        assertThatThrownBy(() -> parse(Samples.FULL + "  - template: members-to-attendees"))
                .hasMessageContaining("the event has a workflow \"members-to-attendees\" already");
    }

    @Test
    void aPlaceIsFileLineAndKey() {
        assertThat(parse(Samples.FULL).place("memberships.apiKey"))
                .isEqualTo("tenant.yaml, line 3, memberships.apiKey");
    }

    @Test
    void aFileIsReadAsUtf8(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(folder.resolve("m.yaml"), Samples.FULL + "    fields: {memberId: Mitgliedsnr. ÄÖ}");

        assertThat(workflow(TenantConfig.read(file, ENVIRONMENT)).memberIdLabel())
                .isEqualTo("Mitgliedsnr. ÄÖ");
    }

    @Test
    void variablesMayComeFromAnywhere(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("membersync.yaml"), Samples.FULL);

        TenantConfig config = TenantConfig.read(file, name -> "value of " + name);

        assertThat(config.memberships().apiKey().orElseThrow().reveal()).isEqualTo("value of LEFT_KEY");
        assertThatThrownBy(() -> TenantConfig.read(file, name -> null))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "the variable LEFT_KEY is not set; set it where this application has its settings from");
    }

    @Test
    void workflowsAreFoundByTheirKind() {
        assertThat(parse(Samples.FULL).workflows(MembersToAttendeesConfig.class))
                .hasSize(1);
        assertThat(parse(Samples.FULL).workflows(NightlyConfig.class)).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> TenantConfig.read(folder.resolve("none.yaml"), ENVIRONMENT))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("there is no such file");
    }

    private static MembersToAttendeesConfig workflow(TenantConfig config) {
        return (MembersToAttendeesConfig) config.workflows().get(0);
    }

    private static TenantConfig parse(String text) {
        return TenantConfig.parse("tenant.yaml", text, ENVIRONMENT);
    }
}
