package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicketType;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each pricing template from a file alone, over both fakes, through the command. */
@Timeout(90)
class PricingCommandTest {
    private static final String CODES = "member-discount-codes, plans: {gold: '20 %'}, starts: 2026-01-01T00:00,"
            + " ends: 2026-12-01T00:00, prefix: GOLD, mode: auto";
    private static final String LADDER =
            "early-bird-ladder, classes: [Workshop Pass], price: 49.00, steps: [{price: 39.00, until: 2026-10-15T00:00}]";

    @TempDir
    private Path folder;

    private World world;
    private Day day;

    /** The real time of waits, on a day that the test says; the event of the test kit is on 1 December 2026. */
    private static final class Day implements Time {
        private Instant now = Instant.parse("2026-10-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public long nanos() {
            return Time.system().nanos();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Time.system().sleep(duration);
        }

        @Override
        public Cancellable after(Duration duration, Runnable task) {
            return Time.system().after(duration, task);
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        day = new Day();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void workflow(String... workflows) {
        for (String workflow : workflows) {
            world.with("workflows:", "workflows:\n  - {template: " + workflow + "}");
        }
    }

    private Terminal pricing(String... options) {
        return Terminal.run(
                day,
                Map.of("LEFT_KEY", World.LEFT_CANARY, "RIGHT_KEY", World.RIGHT_CANARY),
                Stream.concat(
                                Stream.of(
                                        "pricing",
                                        "--json",
                                        "--config",
                                        world.file().toString()),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private FakeEvent event() {
        return world.fakes().accelevents().event(SampleData.EVENT);
    }

    private FakeTicketType type(String name) {
        return event().ticketType(name).orElseThrow();
    }

    private void member(String id, String plan) {
        world.fakes()
                .memberships()
                .members()
                .add(FakeMember.of(id, id + "@example.org", "Person " + id)
                        .withStatus("active")
                        .withPlan(plan));
    }

    private static List<?> list(Terminal terminal, String key) {
        return (List<?>) terminal.json().get(key);
    }

    private static Map<?, ?> table(Terminal terminal, String key) {
        return (Map<?, ?>) terminal.json().get(key);
    }

    @Test
    void theDefaultShowsWhatItWouldDoAndDoesNothing() {
        workflow(LADDER);

        Terminal terminal = pricing();

        assertThat(terminal.status()).as(terminal.err()).isZero();
        assertThat(list(terminal, "shadow")).hasSize(1);
        assertThat(terminal.err())
                .contains("49.00 USD", "39.00 USD", "early-bird-ladder-step1@1", "active")
                .contains("the price of \"Workshop Pass\" (class "
                        + type("Workshop Pass").id() + ") goes from")
                .doesNotContain(" -> ");
        assertThat(world.fakes().accelevents().writes().isEmpty()).isTrue();
    }

    @Test
    void aPriceIsAProposalUntilTheFileNamesItsCall() {
        workflow(LADDER + ", mode: auto");

        Terminal terminal = pricing();

        assertThat(terminal.status()).as(terminal.err()).isEqualTo(1);
        assertThat(list(terminal, "proposals")).hasSize(1);
        assertThat(world.fakes().accelevents().writes().isEmpty()).isTrue();
    }

    @Test
    void aLadderMovesThePriceWhenItsDateHasCome() {
        workflow(LADDER + ", mode: auto, experimental: [prices]");

        Terminal early = pricing();
        day.pass(Duration.ofDays(20));
        Terminal late = pricing();

        assertThat(early.status()).as(early.err()).isZero();
        assertThat(list(early, "made").toString()).contains("39.00 USD", "kind=classes", "route=auto");
        assertThat(late.status()).as(late.err()).isZero();
        assertThat(type("Workshop Pass").price()).isEqualByComparingTo(new BigDecimal("49"));
        assertThat(list(pricing(), "made")).isEmpty();
    }

    @Test
    void aPersonAcceptsExactlyThePlanThatWaits() {
        workflow(LADDER + ", mode: approve, experimental: [prices]");

        Terminal asked = pricing();
        String hash = String.valueOf(table(asked, "waiting").get("hash"));
        Terminal unknown = pricing("--approve", hash.replace(hash.charAt(0), 'x'));
        Terminal accepted = pricing("--approve", hash);

        assertThat(asked.status()).as(asked.err()).isEqualTo(1);
        assertThat(asked.err()).contains("pricing --approve " + hash);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("nothing waits under");
        assertThat(accepted.status()).as(accepted.err()).isZero();
        assertThat(type("Workshop Pass").price()).isEqualByComparingTo(new BigDecimal("39"));
    }

    @Test
    void aPlanThatIsRejectedMakesNothing() {
        workflow(LADDER + ", mode: approve, experimental: [prices]");
        String hash = String.valueOf(table(pricing(), "waiting").get("hash"));

        Terminal rejected = pricing("--reject", hash);

        assertThat(rejected.status()).as(rejected.err()).isZero();
        assertThat(pricing("--approve", hash).status()).isEqualTo(2);
        assertThat(world.fakes().accelevents().writes().isEmpty()).isTrue();
    }

    @Test
    void aCodeOfAPlanGetsANewWordWhenItsMembersChange() {
        workflow(CODES);
        member("m1", "gold");
        member("m2", "gold");

        Terminal first = pricing();
        String word = String.valueOf(table(first, "codes").get("member-discount-codes-gold"));
        day.pass(Duration.ofHours(25));
        Terminal same = pricing();
        world.fakes().memberships().members().delete("m2");
        Terminal left = pricing();

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(word).startsWith("GOLD");
        assertThat(list(same, "made")).isEmpty();
        assertThat(list(left, "made").toString()).as(left.err()).contains("act=rotate");
        assertThat(table(left, "codes").get("member-discount-codes-gold")).isNotEqualTo(word);
        assertThat(event().boxOffice().discounts()).hasSize(2);
    }

    @Test
    void aChangeOfTheMembersDuringAnOutageIsNotForgottenByTheNextOne() {
        workflow(CODES);
        member("m1", "gold");
        member("m2", "gold");
        pricing();
        day.pass(Duration.ofHours(25));
        world.fakes().memberships().members().delete("m2");
        world.fakes().accelevents().faults(FaultPlan.nth("types.read", 1, Fault.UNPROCESSABLE_AFTER_EFFECT));
        Terminal outage = pricing();
        member("m3", "gold");

        Terminal again = pricing();

        assertThat(outage.status()).as(outage.err()).isEqualTo(4);
        assertThat(list(again, "made").toString()).as(again.err()).contains("act=rotate");
        assertThat(list(pricing(), "made")).isEmpty();
    }

    @Test
    void membersOfOtherPlansLeaveTheCodeAsItIs() {
        workflow(CODES);
        member("m1", "gold");
        pricing();
        day.pass(Duration.ofHours(25));
        member("m2", "silver");

        assertThat(list(pricing(), "made")).isEmpty();
    }

    @Test
    void heldPlacesGoOnPublicSaleAndTheSumStays() {
        int general = type("General Admission").quantity();
        int vip = type("VIP").quantity();
        workflow("capacity-release, from: VIP, fromPlaces: " + vip + ", to: General Admission, toPlaces: " + general
                + ", releaseSteps: {40: 10, 7: 5}, mode: auto, experimental: [places], waitlist: none");

        Terminal early = pricing();
        day.pass(Duration.ofDays(25));
        Terminal later = pricing();

        assertThat(list(early, "made")).isEmpty();
        assertThat(later.status()).as(later.err()).isZero();
        assertThat(type("General Admission").quantity()).isEqualTo(general + 10);
        assertThat(type("VIP").quantity()).isEqualTo(vip - 10);
    }

    @Test
    void membersOnTheWaitingListAreProposedFirst() {
        workflow("waitlist-member-first, classes: [VIP], plans: [gold], places: 3, mode: auto");

        Terminal early = pricing();
        day.pass(Duration.ofDays(55));
        Terminal late = pricing();

        assertThat(early.status()).as(early.err()).isEqualTo(1);
        assertThat(list(early, "proposals").toString())
                .contains("offer 3 places", "members on [gold] first", "for 1d", "no call of Accelevents");
        assertThat(list(late, "proposals").toString()).contains("for 4h").doesNotContain("for 1d");
    }

    @Test
    void aWholeRuleBookTellsItsNotices() {
        workflow(
                "pricing-rules, classes: {VIP: {places: 50}}, rules: [{id: few, mode: auto, when: {percentSold: {below: 10}},"
                        + " scope: {classes: [VIP]}, effects: [{notify: few are sold}]}]");

        Terminal first = pricing();

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(list(first, "notices").toString()).contains("few are sold");
        assertThat(list(pricing(), "notices")).isEmpty();
    }

    @Test
    void theAllowListIsOneFileForItsOwner() throws IOException {
        workflow("member-allow-list, listName: Members, plans: [gold], mode: auto, into: '" + folder.resolve("lists")
                + "'");
        member("m2", "gold");
        member("m1", "gold");
        member("m3", "silver");

        Terminal first = pricing();
        Terminal second = pricing();

        assertThat(first.status()).as(first.err()).isEqualTo(1);
        assertThat(list(first, "proposals").toString()).contains("bring the contact list Members up to date");
        assertThat(Files.readString(files().get(0))).isEqualTo("Email\r\nm1@example.org\r\nm2@example.org\r\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
        assertThat(first.out() + first.err()).doesNotContain("@example.org");
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(files()).hasSize(1);
    }

    @Test
    void aListThatLostManyPeopleNeedsAPerson() {
        workflow("member-allow-list, listName: Members, mode: auto, into: '" + folder.resolve("lists") + "'");
        for (int i = 0; i < 30; i++) {
            member("m" + i, "gold");
        }
        pricing();
        for (int i = 0; i < 11; i++) {
            world.fakes().memberships().members().delete("m" + i);
        }

        Terminal held = pricing();
        String digest = String.valueOf(((Map<?, ?>) list(held, "lists").get(0)).get("digest"));
        Terminal accepted = pricing("--approve", digest);

        assertThat(held.status()).as(held.err()).isEqualTo(3);
        assertThat(held.err()).contains("pricing --approve " + digest);
        assertThat(accepted.status()).as(accepted.err()).isZero();
        assertThat(files()).hasSize(2);
    }

    @Test
    void withoutAFolderNoAddressIsWritten() {
        workflow("member-allow-list, listName: Members, mode: auto");
        member("m1", "gold");

        assertThat(list(pricing(), "lists")).isEmpty();
        assertThat(world.fakes().memberships().requests().count()).isZero();
    }

    @Test
    void workflowsOfOneEventAreOneRuleBook() {
        workflow(
                LADDER + ", mode: auto, experimental: [prices]",
                "pricing-rules, rules: [{id: dear, mode: auto, when: always, scope: {classes: [Workshop Pass]},"
                        + " effects: [{setPrice: 45.00}]}]");

        Terminal terminal = pricing("--workflow", "pricing-rules");

        assertThat(list(terminal, "rulesOf").toString()).contains("early-bird-ladder", "pricing-rules");
        assertThat(list(terminal, "made"))
                .as("one of both does not name the call")
                .isEmpty();
        assertThat(table(terminal, "waiting").toString()).contains("39.00 USD").doesNotContain("45.00");
    }

    @Test
    void aRunThatBrokeOffIsGoneOnWith() {
        workflow(CODES);
        member("m1", "gold");
        world.fakes().accelevents().faults(FaultPlan.nth("discounts.create", 1, Fault.DROP_AFTER));

        Terminal broken = pricing();
        day.pass(Duration.ofMinutes(20));
        Terminal again = pricing();

        assertThat(again.status()).as(broken.err() + again.err()).isZero();
        assertThat(event().boxOffice().discounts()).hasSize(1);
        assertThat(table(again, "codes")).hasSize(1);
    }

    @Test
    void anIncidentThatWasPutRightByHandIsEnded() {
        workflow(CODES);
        world.fakes().accelevents().faults(FaultPlan.nth("discounts.create", 1, Fault.DROP_BEFORE));
        Terminal broken = pricing();
        String id = String.valueOf(((Map<?, ?>) list(broken, "incidents").get(0)).get("id"));

        Terminal settled = pricing("--settle", id);

        assertThat(broken.status()).as(broken.err()).isEqualTo(1);
        assertThat(broken.err()).contains("IN_DOUBT " + id);
        assertThat(settled.status()).as(settled.err()).isZero();
        assertThat(event().boxOffice().discounts()).as("a decision is no run").isEmpty();
    }

    @Test
    void twoDecisionsAtOnceAreWrongUsage() {
        assertThat(pricing("--approve", "a", "--reject", "b").err()).contains("exclude each other");
    }

    @Test
    void aServiceThatRefusesEndsWithFour() {
        workflow(LADDER);
        world.fakes().accelevents().faults(FaultPlan.always(Fault.STATUS_BEFORE));

        Terminal terminal = pricing();

        assertThat(terminal.status()).isEqualTo(4);
    }

    @Test
    void whatTheEventDoesNotHaveIsAMistakeOfTheFile() {
        workflow(LADDER.replace("Workshop Pass", "Workshop"));

        Terminal terminal = pricing();

        assertThat(terminal.status()).isEqualTo(2);
        assertThat(terminal.err()).contains("no ticket type \"Workshop\"", "Workshop Pass");
    }

    @Test
    void aFileWithoutATemplateIsToldSo() {
        Terminal terminal = pricing();

        assertThat(terminal.status()).isEqualTo(2);
        assertThat(terminal.err()).contains("no workflow of the template");
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder.resolve("lists"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
