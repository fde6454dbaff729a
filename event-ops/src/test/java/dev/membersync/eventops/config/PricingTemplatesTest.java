package dev.membersync.eventops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.pricing.Experiment;
import dev.membersync.eventops.pricing.Mode;
import dev.membersync.eventops.pricing.PricingRule;
import dev.membersync.eventops.pricing.RuleBook;
import dev.membersync.eventops.pricing.RuleForm;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.sync.config.ConfigException;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.record.TicketTypeInfo;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Few keys come to rules, and what is wrong with them is told with file, line and key. */
class PricingTemplatesTest {
    private static final String CODES =
            "member-discount-codes, plans: {gold: '20 %', silver: 5.00}, starts: 2026-01-01T00:00, ends: 2026-12-01T00:00";
    private static final String LADDER =
            "early-bird-ladder, classes: [General Admission], price: 120.00, steps: [{price: 80.00, until: 2026-09-01T00:00},"
                    + " {price: 100.00, untilSold: 60}]";
    private static final String RELEASE =
            "capacity-release, from: Members, fromPlaces: 40, to: General Admission, toPlaces: 160, releaseSteps: {30: 10, 7: 20}";
    private static final String WAITLIST = "waitlist-member-first, classes: [VIP], plans: [gold]";
    private static final String ALLOW = "member-allow-list, listName: Members 2026, plans: [gold]";
    private static final String RULES =
            "pricing-rules, rules: [{id: late, mode: auto, when: always, scope: {classes: [VIP]}, effects: [{setPrice: 9.00}]}]";

    private static PricingConfig read(String workflow) {
        return parsed("  - {template: " + workflow + "}");
    }

    private static PricingConfig parsed(String workflow) {
        String text = String.join(
                "\n",
                "memberships: {baseUrl: 'http://127.0.0.1:1', apiKey: a}",
                "accelevents: {baseUrl: 'http://127.0.0.1:2', apiKey: b, eventUrl: spring-summit}",
                "workflows:",
                workflow);
        return (PricingConfig)
                TenantConfig.parse("m.yaml", text, Map.of()).workflows().get(0);
    }

    private static RuleBook book(String workflow) {
        Map<String, Object> form = ClassNames.standIn(read(workflow).rules());
        form.put("currency", "USD");
        return RuleForm.book(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {CODES, LADDER, RELEASE, WAITLIST, ALLOW})
    void nothingIsChangedUnlessTheFileSaysSo(String workflow) {
        assertThat(book(workflow).rules()).isNotEmpty().allMatch(rule -> rule.mode() == Mode.SHADOW);
        assertThat(read(workflow).experimental()).isEmpty();
    }

    @Test
    void theModeIsThatOfEachRule() {
        assertThat(book(LADDER + ", mode: approve").rules()).allMatch(rule -> rule.mode() == Mode.APPROVE);
    }

    @Test
    void eachPlanHasItsCode() {
        assertThat(book(CODES).rules())
                .extracting(PricingRule::id)
                .containsExactly("member-discount-codes-gold", "member-discount-codes-silver");
        assertThat(book(CODES).rules().get(0).effects().toString()).contains("percent=Optional[20]", "usesPerBuyer=1");
        assertThat(book(CODES).rules().get(1).effects().toString()).contains("5.00 USD");
        assertThat(book(CODES + ", stability: {maxChangesPerDay: 1}")
                        .rules()
                        .get(0)
                        .stability()
                        .toString())
                .contains("cooldown=PT24H", "maxChangesPerDay=1");
    }

    @Test
    void codesFollowTheMembersUnlessTheFileSaysNever() {
        assertThat(read(CODES).rotating())
                .extracting(PricingConfig.Rotating::plan)
                .containsExactly("gold", "silver");
        assertThat(read(CODES + ", rotateOn: never").rotating()).isEmpty();
    }

    @Test
    void aLadderEndsWithTheRegularPriceAndStaysBetweenItsPrices() {
        RuleBook ladder = book(LADDER);

        assertThat(ladder.rules())
                .extracting(PricingRule::id)
                .containsExactly("early-bird-ladder-step1", "early-bird-ladder-step2", "early-bird-ladder-regular");
        assertThat(ladder.rules())
                .allSatisfy(rule -> assertThat(rule.bounds().toString()).contains("80.00 USD", "120.00 USD"));
    }

    @Test
    void onlyAnEndThatADateAloneDecidesIsAnnounced() {
        List<PricingRule> rules = book(LADDER).rules();

        assertThat(rules.get(0).promise().announcedUntil()).isPresent();
        assertThat(rules.get(1).promise().announcedUntil()).isEmpty();
        assertThat(book(LADDER + ", announceEnds: false")
                        .rules()
                        .get(0)
                        .promise()
                        .announcedUntil())
                .isEmpty();
    }

    @Test
    void aStepThatEndedComesBackBelowItsMarginOnly() {
        PricingRule step = book(LADDER + ", margin: 10").rules().get(1);

        assertThat(step.when().toString()).contains("50");
        assertThat(step.until().toString()).contains("60");
    }

    @Test
    void heldPlacesAreReleasedDayByDayOrAtOnce() {
        assertThat(book(RELEASE).rules())
                .extracting(PricingRule::id)
                .containsExactlyInAnyOrder("capacity-release-day30", "capacity-release-day7");
        assertThat(book(RELEASE.replace("releaseSteps: {30: 10, 7: 20}", "holdUntil: 2026-09-01T00:00"))
                        .rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.effects().toString()).contains("places=40"));
    }

    @Test
    void offersAreShorterInTheLastDays() {
        assertThat(book(WAITLIST).rules())
                .extracting(rule -> rule.effects().toString())
                .satisfiesExactly(
                        early -> assertThat(early).contains("PT24H"),
                        late -> assertThat(late).contains("PT4H"));
    }

    @Test
    void anAllowListIsAFileOnlyWhereAFolderIsNamed() {
        assertThat(read(ALLOW).allowList().orElseThrow().into()).isEmpty();
        assertThat(read(ALLOW + ", into: lists").allowList().orElseThrow().into())
                .isPresent();
        assertThat(read(ALLOW).statuses()).contains(new MemberStatus("grace"));
        assertThat(read(ALLOW + ", includeGrace: false").statuses()).doesNotContain(new MemberStatus("grace"));
    }

    @Test
    void aListShrinksWhenMoreThanTenPeopleAndTenPerCentAreGone() {
        assertThat(AllowList.shrinks(100, 89)).isTrue();
        assertThat(AllowList.shrinks(100, 90)).isFalse();
        assertThat(AllowList.shrinks(1_000, 900)).isFalse();
        assertThat(AllowList.shrinks(20, 10)).isFalse();
    }

    @Test
    void aRuleBookIsTakenAsItStands() {
        assertThat(book(RULES).rules()).singleElement().satisfies(rule -> {
            assertThat(rule.mode()).isEqualTo(Mode.AUTO);
            assertThat(rule.scope().classes()).containsExactly("VIP");
        });
        assertThat(read(RULES + ", experimental: [prices, access-codes]").experimental())
                .containsExactlyInAnyOrder(Experiment.PRICES, Experiment.ACCESS_CODES);
    }

    @Test
    void ticketTypesAreNamedByNameOrId() {
        List<TicketTypeInfo> types = List.of(
                new TicketTypeInfo("11", "General Admission", BigDecimal.ONE, 5),
                new TicketTypeInfo("12", "Members", BigDecimal.ONE, 5),
                new TicketTypeInfo("13", "Members", BigDecimal.ONE, 5));
        Map<String, Object> rules = read(RELEASE).rules();

        assertThat(ClassNames.resolved(read(RELEASE.replace("Members", "12")).rules(), types)
                        .toString())
                .contains("from=12", "to=11")
                .doesNotContain("General Admission");
        assertThatThrownBy(() -> ClassNames.resolved(rules, types)).hasMessageContaining("name it by its id");
        assertThatThrownBy(() -> ClassNames.resolved(read(LADDER).rules(), types.subList(1, 3)))
                .hasMessageContaining("no ticket type \"General Admission\"; it has [Members]");
    }

    @Test
    void theSamplesOfTheDocumentAreSuchWorkflows() throws IOException {
        Matcher samples = Pattern.compile("(?ms)^```yaml\\n(  - template:.*?)^```$")
                .matcher(Files.readString(Path.of("..", "docs", "pricing.md")));
        List<String> templates = new ArrayList<>();
        while (samples.find()) {
            templates.add(
                    parsed(samples.group(1).replaceAll("(?m)^(\\s+)# ", "$1")).template());
        }

        assertThat(templates).isEqualTo(PricingConfig.TEMPLATES.subList(0, 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            early-bird-ladder, price: 1.00, steps: [{price: 1.00, untilSold: 50}] | classes: this key is missing
            early-bird-ladder, classes: [A], price: 1.00 | steps: this key is missing
            early-bird-ladder, classes: [A], price: 1.00, steps: [{price: x, untilSold: 50}] | steps[0].price: "x" is no amount
            early-bird-ladder, classes: [A], price: 1.00, steps: [{price: 1.00}] | steps[0].until: a step ends
            early-bird-ladder, classes: [A], price: 1.00, steps: [{price: 1.00, untilSold: 3}] | steps[0].untilSold: it is not above margin
            early-bird-ladder, classes: [A], price: 1.00, steps: [{price: 1.00, until: soon}] | steps: give a local time
            early-bird-ladder, classes: [A], price: 1.00, stepz: [] | stepz: unknown key; did you mean "steps"?
            member-discount-codes, plans: {gold: 120 %}, starts: 2026-01-01T00:00, ends: 2026-12-01T00:00 | plans: a code takes off more than 0 and at most 100
            member-discount-codes, plans: {gold: 10 %}, starts: 2026-01-01T00:00 | ends: this key is missing
            member-discount-codes, plans: {gold: 10 %}, starts: 2026-01-01T00:00, ends: later | ends: give a local time
            member-discount-codes, plans: {gold: 10 %}, codeScope: person, starts: 2026-01-01T00:00, ends: 2026-12-01T00:00 | codeScope: "person" is not one of plan
            capacity-release, from: A, fromPlaces: 5, to: B, toPlaces: 5, releaseSteps: {7: 6} | releaseSteps: more places are released
            capacity-release, from: A, fromPlaces: 5, to: A, toPlaces: 5, releaseSteps: {7: 5} | to: this is the ticket type of from
            capacity-release, from: A, to: B, toPlaces: 5, releaseSteps: {7: 5} | fromPlaces: this key is missing
            waitlist-member-first, classes: [A] | plans: this key is missing
            member-allow-list, plans: [gold] | listName: this key is missing
            waitlist-member-first, classes: [A], plans: [g], mode: automatic | mode:
            waitlist-member-first, classes: [A], plans: [g], experimental: [everything] | experimental: "everything" is no such call
            waitlist-member-first, classes: [A], plans: [g], stability: {minDwel: 1h} | stability: stability.minDwel: there is no such key
            pricing-rules | rules: this key is missing
            pricing-rules, rules: [{id: a, when: {percentSold: {atleast: 1}}, effects: [close]}] | rules: rules[0].when.percentSold.atleast
            pricing-rules, maxInputAge: soon, rules: [{id: a, when: always, effects: [{notify: x}]}] | maxInputAge: maxInputAge: give a length of time
            """)
    void aMistakeNamesFileLineAndKey(String workflow, String message) {
        assertThatThrownBy(() -> read(workflow))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("m.yaml")
                .hasMessageContaining("line 4, workflows[0]." + message);
    }
}
