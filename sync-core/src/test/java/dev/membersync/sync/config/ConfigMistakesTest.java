package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigMistakesTest {
    /** The sample with a section more whose keys have lines of their own. */
    private static final String IN_LINES = Samples.FULL.replace(
            "accelevents: {apiKey: '${RIGHT_KEY}', eventUrl: gala}",
            "accelevents:\n  eventUrl: gala\n  apiKey: '${RIGHT_KEY}'");

    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT_KEY", "left-secret", "RIGHT_KEY", "right-secret");

    /** The part that is wrong, then what the message must say. {@code /} stands for a line end. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "apiKey: '${LEFT_KEY}'|apikey: '${LEFT_KEY}'|line 3, memberships.apikey: unknown key; did you mean \"apiKey\"",
                "baseUrl: https://m.example.org|colour: red|memberships.baseUrl: this key is missing",
                "https://m.example.org|http://m.example.org|line 2, memberships.baseUrl: http:// would send the key in the clear",
                "https://m.example.org|https://me:pw@m.example.org|must not hold a user name or password",
                "https://m.example.org|m.example.org|begins with https://",
                "${LEFT_KEY}|${LEFT_KEYS}|the environment variable LEFT_KEYS is not set",
                "currency: EUR|profile: standart|did you mean \"standard\"",
                "currency: EUR|locationId: x|memberships.locationId: this belongs to the profiles highlevel",
                "currency: EUR|currency: euro|three capital letters",
                "currency: EUR|rate: {calls: many}|memberships.rate.calls: \"many\" is not a whole number",
                "currency: EUR|rate: {calls: 5, per: 10}|memberships.rate.per: \"10\" is not a duration",
                "currency: EUR|rate: 100|memberships.rate: this is a table of keys, not a single value",
                "currency: EUR|apiKey: again|line 4, memberships.apiKey: this key is on line 3 already",
                "eventUrl: gala|eventUrl: https://www.accelevents.com/e/gala|the part after /events/",
                "eventUrl: gala|recurringEventId: 4|accelevents.eventUrl: this key is missing",
                "template: members-to-attendees|template: members-to-atendees|the nearest is \"members-to-attendees\"",
                "template: members-to-attendees|template: payment|is no template; the nearest is \"payments\"",
                "template: members-to-attendees|id: one|workflows[0].template: this key is missing",
                "paidTickets: review|paidTickets: reveiw|workflows[0].paidTickets: \"reveiw\" is not one of",
                "paidTickets: review|statuses: {active: registre}|workflows[0].statuses.active: \"registre\" is no action",
                "paidTickets: review|guards: {changes: 10%}|write a percentage and a number: \"10% and 20\"",
                "paidTickets: review|guards: {creates: -1}|workflows[0].guards.creates: \"-1\" is not a whole number",
                "paidTickets: review|buyer: {name: Ann}|workflows[0].buyer.email: this key is missing",
                "paidTickets: review|ticketTypes: {gold: [VIP]}|ticketTypes.gold: this is a single value, not a list",
                "paidTickets: review|fields: {memberID: X}|did you mean \"memberId\"",
                "paidTickets: review|ticketTypes: {*: VIP}|line 9: this is not YAML",
                "paidTickets: review|direction: bth|workflows[0].direction: \"bth\" is not one of",
                "paidTickets: review|dirction: both|did you mean \"direction\"",
                "paidTickets: review|pollEvery: 60s|workflows[0].pollEvery: unknown key",
                "jdbc:sqlite:x.db|jdbc:postgresql://u:pw@h/d|line 6, store.url: the user and the password stand behind",
                "workflows:|workflow:|workflow: unknown key; did you mean \"workflows\"",
                "eventUrl: gala|eventUrl: “gala”|line 5, accelevents.eventUrl: typographic quotation marks are letters here",
                "paidTickets: review|guards: {creates: 1,000}|guards.000: unknown key; a comma begins another key",
            })
    void aMistakeIsToldWithItsPlaceAndRemedy(String right, String wrong, String message) {
        assertThatThrownBy(() -> parse(Samples.FULL.replace(right, wrong)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("tenant.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "locationId: loc1|currency: EUR|line 2, memberships.locationId: this key is missing; write the id of the location",
                "members: {only: {tag: member}}|currency: EUR|memberships.members.only: contacts are leads, guests and suppliers too",
                "only: {tag: member}|only: {}|write only: {tag: member}",
                "only: {tag: member}|only: {tag: member, field: x, value: y}|a rule must say which of them are members",
                "only: {tag: member}|only: {field: membership}|a rule must say which of them are members",
                "only: {tag: member}|olny: {tag: member}|memberships.members.olny: unknown key; did you mean \"only\"",
                "only: {tag: member}|only: {tag: member}, status: membership_status|memberships.members.status: not a place for something about a member",
                "only: {tag: member}|only: {tag: member}, plan: 'field:x', status: 'field:x'|memberships.members.only: ",
                "apiKey: '${LEFT_KEY}'|oauth: {clientId: app1}|memberships.oauth.clientSecret: this key is missing",
                "apiKey: '${LEFT_KEY}'|oauth: {clientSecret: '${LEFT_KEY}'}|memberships.oauth.clientId: this key is missing",
                "locationId: loc1|locationId: loc1\\n  oauth: {clientId: a, clientSecret: b}|memberships.apiKey: the section has apiKey and oauth",
            })
    void aMistakeAboutHighLevelIsToldWithItsPlaceAndRemedy(String right, String wrong, String message) {
        assertThatThrownBy(() -> parse(Samples.HIGHLEVEL.replace(right, wrong.replace("\\n", "\n"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("tenant.yaml");
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|the file is empty",
                "just words|the file is no table of keys",
                "a: 1\\n---\\nb: 2|a second document",
                "memberships:\\n\\tbaseUrl: x|line 2: this is not YAML",
                "memberships: {baseUrl: \"x|this is not YAML",
                "workflows: members|workflows: this is a list",
            })
    void aFileThatIsNoConfigurationIsRefused(String text, String message) {
        assertThatThrownBy(() -> parse(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    /** What a parser notices some lines later, or cannot name. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "eventUrl: gala|eventUrl: \"gala|line 6: this is not YAML: a quote that is opened and not closed",
                "eventUrl: gala|eventUrl:\"gala\"|line 6: this is not YAML: a blank is missing after the colon",
                "eventUrl: gala|eventUrl \"gala\"|line 6: this is not YAML: a colon is missing after the key",
                "paidTickets: review|map: [{template: {member.planId} and more, to: answer(A)}]|this is not YAML",
                "paidTickets: review|buyer: {member.planId} and more|line 11: this is not YAML: a value that begins with {",
            })
    void aSlipOfThePenIsToldWhereItIs(String right, String wrong, String message) {
        assertThatThrownBy(() -> parse(IN_LINES.replace(right, wrong)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aNoBreakSpaceIsTold() {
        assertThatThrownBy(() -> parse(IN_LINES.replace("  eventUrl: gala", "\u00a0\u00a0eventUrl: gala")))
                .hasMessageContaining("line 6: this is not YAML: a no-break space");
    }

    /** The variable, then what the message must say. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"left-secret\"|the secret stands in quotation marks",
                "'left-secret'|the secret stands in quotation marks",
                "Bearer left-secret|the secret begins with the word Bearer",
                "~ left-secret~|the secret begins or ends with a blank",
                "$LEFT_SECRET|write it with braces: ${NAME}",
            })
    void whatWasCopiedWithAKeyIsTold(String value, String message) {
        assertThatThrownBy(() ->
                        TenantConfig.parse("tenant.yaml", Samples.FULL, Map.of("LEFT_KEY", value, "RIGHT_KEY", "r")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 3, memberships.apiKey: ")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("left-secret");
    }

    @Test
    void aVariableThatIsNotSetIsToldForShellsAndServices() {
        assertThatThrownBy(() -> TenantConfig.parse("tenant.yaml", Samples.FULL, Map.of("RIGHT_KEY", "r")))
                .hasMessageContaining(
                        "LEFT_KEY is not set; set it before this starts: export LEFT_KEY=... in a shell, or"
                                + " LEFT_KEY=... in the environment of a service");
    }

    @Test
    void aSecretOfHooksThatIsNotSetIsNotTooShortBesides() {
        TenantConfig config = parse(Samples.FULL + "live: {hooks: {secret: '${HOOKS}'}}\n");

        assertThatThrownBy(() -> config.live().get())
                .hasMessageStartingWith(
                        "tenant.yaml, line 10, live.hooks.secret: the environment variable HOOKS is not set");
    }

    @Test
    void whatIsMissingInAPlaceThatCannotBeReadIsNoMistakeOfItsOwn() {
        assertThatThrownBy(() -> parse(Samples.FULL.replace("paidTickets: review", "buyer: ann@example.org")))
                .hasMessage("tenant.yaml, line 9, workflows[0].buyer: this is a table of keys, not a single value");
    }

    @Test
    void severalMistakesAreToldTogether() {
        String text = Samples.FULL.replace("currency: EUR", "curency: EUR").replace("paidTickets:", "paidTicket:");

        assertThatThrownBy(() -> parse(text))
                .hasMessageContaining("tenant.yaml has 2 mistakes")
                .hasMessageContaining("line 4, memberships.curency")
                .hasMessageContaining("line 9, workflows[0].paidTicket");
    }

    @Test
    void noMessageRepeatsASecret() {
        String text = Samples.FULL
                .replace("https://m.example.org", "${LEFT_KEY}")
                .replace("eventUrl: gala", "eventUrl: 'a ${RIGHT_KEY}'")
                .replace("currency: EUR", "currency: ${LEFT_KEY}")
                .replace("paidTickets: review", "paidTickets: ${LEFT_KEY}");

        assertThatThrownBy(() -> parse(text))
                .message()
                .doesNotContain("left-secret")
                .doesNotContain("right-secret");
    }

    @Test
    void brokenSyntaxNeverQuotesTheLine() {
        assertThatThrownBy(() -> parse("memberships: {apiKey: top-secret, baseUrl: [}\n"))
                .message()
                .doesNotContain("top-secret");
    }

    private static TenantConfig parse(String text) {
        return TenantConfig.parse("tenant.yaml", text, ENVIRONMENT);
    }
}
