package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.review.AnswerTable;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.testkit.FakeOrder;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.RecordKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each answer to each kind of review does, and that it does it once. */
class AnswersTest {
    /** What an answer does. */
    record Effect(Quandary quandary, String answer, Predicate<World> holds) {
        @Override
        public String toString() {
            return quandary + " " + answer;
        }
    }

    static Stream<Effect> effects() {
        return Stream.of(
                effect("CONFLICT", "left", world -> ticket(world).firstName().equals("Left")),
                effect("CONFLICT", "right", world -> name(world).startsWith("Right")),
                effect("CONFLICT", "ignore", world -> name(world).equals("Left Name") && world.writes() == 0),
                effect("STEP", "right", world -> "registered".equals(told(world))),
                effect("STEP", "ignore", world -> "canceled".equals(told(world))),
                effect("ENROLMENT", "right", world -> enrolled(world) == 1),
                effect("ENROLMENT", "ignore", world -> enrolled(world) == 0),
                effect("IDENTITY", "left", world -> ticket(world).email().equals("m1@example.com")),
                effect("IDENTITY", "right", world -> email(world).equals("else@example.org")),
                effect("IDENTITY", "ignore", world -> world.writes() == 0),
                effect(
                        "DISPUTED",
                        "value=TICKET",
                        world -> tickets(world) == 2 && world.attendeesOf("m1").size() == 1),
                effect(
                        "DISPUTED",
                        "split",
                        world -> tickets(world) == 3 && world.attendeesOf("m1").size() == 1),
                effect("DISPUTED", "ignore", world -> world.writes() == 0),
                effect("ERASED", "left", world -> tickets(world) == 1),
                effect("ERASED", "ignore", world -> tickets(world) == 0),
                effect("FENCED", "left", world -> ticket(world).firstName().startsWith("Left")),
                effect("FENCED", "right", world -> name(world).startsWith("Right")),
                effect("FENCED", "value=release", world -> isInStep(world)),
                effect("FENCED", "ignore", world -> world.writes() == 0),
                effect("PRICED", "value=unpaid", world -> booked(world, "UNPAID")),
                effect("PRICED", "value=complimentary", world -> booked(world, "COMPLIMENTARY")),
                effect("PRICED", "value=cash", world -> booked(world, "CASH")),
                effect("PRICED", "ignore", world -> tickets(world) == 0),
                effect("PAID_REMOVAL", "left", world -> tickets(world) == 0),
                effect("PAID_REMOVAL", "ignore", world -> tickets(world) == 1),
                effect("PRICE_CHANGE", "left", world -> type(world).equals("Backstage")),
                effect("PRICE_CHANGE", "ignore", world -> type(world).equals("General Admission")),
                effect("EXCHANGE", "left", world -> type(world).equals("VIP")),
                effect("EXCHANGE", "ignore", world -> type(world).equals("General Admission")),
                effect("STATUS", "value=register", world -> tickets(world) == 1),
                effect("STATUS", "value=keep", world -> tickets(world) == 0),
                effect("STATUS", "value=remove", world -> tickets(world) == 0),
                effect("STATUS", "ignore", world -> tickets(world) == 0),
                effect("LAPSED", "left", world -> tickets(world) == 0),
                effect("LAPSED", "ignore", world -> tickets(world) == 1),
                effect("LEFT_GONE", "left", world -> tickets(world) == 0),
                effect("LEFT_GONE", "right", world -> tickets(world) == 1),
                effect("LEFT_GONE", "ignore", world -> tickets(world) == 1),
                effect("GONE_AND_EDITED", "left", world -> tickets(world) == 0),
                effect("GONE_AND_EDITED", "right", world -> tickets(world) == 1),
                effect("GONE_AND_EDITED", "ignore", world -> tickets(world) == 1),
                effect("DUPLICATE", "ignore", world -> tickets(world) == 2));
    }

    private static Effect effect(String kind, String answer, Predicate<World> holds) {
        return new Effect(Quandary.valueOf(kind), answer, holds);
    }

    @ParameterizedTest
    @MethodSource("effects")
    @DisplayName("F-48 F-52 every answer of every kind does what the table says, and nothing is asked again")
    void anAnswerDoesWhatItSaysAndNothingIsAskedAgain(Effect effect) {
        World world = effect.quandary().raise();
        assertThat(open(world)).containsExactly(effect.quandary().id());

        decide(world, effect.quandary(), effect.answer());
        world.sync();

        assertThat(effect.holds().test(world)).as("%s", effect).isTrue();
        assertThat(open(world)).isEmpty();
        world.sync();
        world.forgetCalls();
        world.sync();
        assertThat(world.writes()).isZero();
        assertThat(open(world)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Quandary.class)
    void everyAnswerOfTheTableIsInThisTest(Quandary quandary) {
        List<String> told = AnswerTable.of(quandary.name()).stream()
                .flatMap(row -> row.words().isEmpty()
                        ? Stream.of(row.form())
                        : row.words().stream().map("value="::concat))
                .toList();
        List<String> tested = new ArrayList<>(effects()
                .filter(each -> each.quandary() == quandary)
                .map(Effect::answer)
                .toList());
        if (quandary == Quandary.REFUSED) {
            tested.addAll(List.of("left", "ignore")); // a test of its own: what was refused is refused again
        }
        assertThat(tested).containsExactlyInAnyOrderElementsOf(told);
        // Those about money have their stories in PaymentsTest and HighLevelPaymentsTest, those about tickets of no
        // member
        // in RegistrantsAskedTest.
        assertThat(Arrays.stream(Quandary.values()).map(Enum::name))
                .containsAll(AnswerTable.kinds().stream()
                        .filter(kind -> !kind.startsWith("PAYMENT_") && !kind.equals("NO_MEMBER"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "CONFLICT, split, 'left, right, ignore'",
        "CONFLICT, value=x@example.org, 'left, right, ignore'",
        "PRICED, value=bitcoin, 'value=unpaid|complimentary|cash, ignore'",
        "DISPUTED, value=nobody, 'value=TICKET, split, ignore'",
        "DUPLICATE, left, ignore"
    })
    void anAnswerThatDoesNotFitTheKindIsRefusedWithThoseThatDo(String kind, String answer, String allowed) {
        World world = Quandary.valueOf(kind).raise();

        assertThatThrownBy(() -> decide(world, Quandary.valueOf(kind), answer))
                .isInstanceOfSatisfying(
                        AnswerException.class, e -> assertThat(e.allowed()).isEqualTo(AnswerTable.of(kind)))
                .hasMessageEndingWith(" takes " + allowed)
                .hasMessageNotContaining("example.org");
        assertThat(open(world)).containsExactly(kind + ":m1");
    }

    @Test
    void whatWasRefusedIsTriedAgainAndAskedAboutAgain() {
        World world = Quandary.REFUSED.raise();

        decide(world, Quandary.REFUSED, "left");
        assertThat(world.sync().counts().deadLetters()).isEqualTo(1);

        assertThat(world.accelevents.requests().count("orders.pay")).isEqualTo(1);
        assertThat(open(world)).containsExactly("REFUSED:m1");
        world.accelevents.switches().uniqueHolderEmail(false);
        decide(world, Quandary.REFUSED, "left");
        assertThat(world.sync().isClean()).isTrue();
        assertThat(world.attendeesOf("m1")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"left", "right", "ignore"})
    @DisplayName("F-52 a member who was edited and whose ticket is gone is never registered again unasked")
    void aTicketThatIsGoneStaysGone(String answer) {
        World world = World.twoWay();
        world.members(1);
        world.sync();
        world.sync();
        world.event.delete(world.ticketOf("m1").id());
        world.memberships.members().rename("m1", "Other Name");
        world.sync();
        assertThat(open(world)).containsExactly("GONE_AND_EDITED:m1");

        decide(world, Quandary.GONE_AND_EDITED, answer);
        world.sync();
        world.forgetCalls();
        world.sync();

        assertThat(open(world)).isEmpty();
        assertThat(world.writes()).isZero();
    }

    @Test
    void whatWasRefusedAndIsIgnoredIsNotAskedAboutAgain() {
        World world = Quandary.REFUSED.raise();
        decide(world, Quandary.REFUSED, "ignore");
        world.sync();
        world.memberships.members().rename("m1", "Another Name"); // has it tried, and refused, again

        assertThat(world.sync().counts().deadLetters()).isEqualTo(1);

        assertThat(open(world)).isEmpty();
    }

    @Test
    void anAnswerWaitsForAPlace() {
        World world = Quandary.PRICED.raise();
        long type = world.event.ticketType("Backstage").orElseThrow().id();
        world.event.changeQuantity(type, 0);
        decide(world, Quandary.PRICED, "value=cash");
        world.sync();
        world.sync();
        assertThat(tickets(world)).isZero();

        world.event.changeQuantity(type, 5);
        world.sync();

        assertThat(booked(world, "CASH")).isTrue();
        assertThat(open(world)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"value=keep,1", "value=register,1", "value=remove,0", "ignore,1"})
    void aTicketThatIsNotOursOfAMemberWhoLeftIsAQuestion(String answer, int left) {
        World world = Quandary.STATUS.raise();
        world.memberships.members().add(World.member("m2", "Person Number2").withStatus("left"));
        world.event.addAttendee(
                world.event.ticketType("General Admission").orElseThrow().id(), "Person", "Number2", "m2@example.com");
        world.sync();
        assertThat(open(world)).containsExactly("STATUS:m1", "STATUS:m2");
        try (var engine = world.build(World.EVENT)) {
            engine.queues().decide("STATUS:m2", Answer.parse(answer));
        }

        world.sync();
        world.sync();

        assertThat(tickets(world)).isEqualTo(left);
        assertThat(open(world)).containsExactly("STATUS:m1");
    }

    @ParameterizedTest
    @EnumSource(Quandary.class)
    void noPersonalDataRestsInTheStore(Quandary quandary) {
        World world = quandary.raise();
        String answer = AnswerTable.of(quandary.name()).get(0).form();
        decide(world, quandary, answer.contains("|") ? answer.substring(0, answer.indexOf('|')) : answer);
        String kept = world.store.inTransaction(
                CrashingWorld.SCOPE,
                tx -> tx.reviews().open(99) + " " + tx.reviews().answered("m1") + " "
                        + tx.deadLetters().page("", 99) + " " + tx.incidents().open(99) + " "
                        + tx.audit().page(0, 99));

        assertThat(kept).doesNotContain("Person").doesNotContain("Stranger").doesNotContain("@");
    }

    @Test
    void anAnswerToValuesThatHaveChangedSinceAsksAgain() {
        World world = Quandary.CONFLICT.raise();
        decide(world, Quandary.CONFLICT, "left");
        world.memberships.members().rename("m1", "Later Name");

        world.sync();

        assertThat(world.writes()).isZero();
        assertThat(open(world)).containsExactly("CONFLICT:m1");
        try (var engine = world.build(World.EVENT)) {
            assertThat(engine.reviews(9).get(0).decision()).isEmpty();
        }
    }

    @Test
    void anAnswerToWhatWasShownDoesNotHoldForWhatCameAfterIt() {
        World world = Quandary.CONFLICT.raise();
        try (var engine = world.build(World.EVENT)) {
            LiveReview shown = engine.queues().liveReview("CONFLICT:m1");
            world.editTicket("m1", "First Name", "Later");
            engine.queues().decide(shown.id(), Answer.parse("LEFT"), shown.seen());
        }

        world.sync();

        assertThat(world.writes()).isZero();
        assertThat(open(world)).containsExactly("CONFLICT:m1");
    }

    @Test
    void anIgnoredConflictIsAskedAboutWhenItIsAnother() {
        World world = Quandary.CONFLICT.raise();
        decide(world, Quandary.CONFLICT, "ignore");
        world.sync();
        assertThat(open(world)).isEmpty();

        world.editTicket("m1", "First Name", "Later");
        world.sync();

        assertThat(open(world)).containsExactly("CONFLICT:m1");
    }

    @Test
    void aStatusThatChangedIsAskedAboutAgain() {
        World world = Quandary.STATUS.raise();
        decide(world, Quandary.STATUS, "value=keep");
        world.sync();
        world.memberships.members().changeStatus("m1", "active");
        world.sync();
        assertThat(tickets(world)).isEqualTo(1);
    }

    @Test
    void liveValuesAreShownAndStoredNowhere() {
        World world = Quandary.CONFLICT.raise();
        try (var engine = world.build(World.EVENT)) {
            LiveReview shown = engine.queues().liveReviews(9).get(0);

            assertThat(shown.fields()).singleElement().satisfies(field -> {
                assertThat(field.left().text()).hasValue("Left Name");
                assertThat(field.right().text()).hasValue("Right Number1");
                assertThat(field.agreed()).isFalse();
            });
            assertThat(shown.answers()).isEqualTo(AnswerTable.of("CONFLICT"));
            assertThat(shown.toString()).doesNotContain("Left Name").doesNotContain("Number1");
            engine.queues().decide("CONFLICT:m1", Answer.parse("right"));
            assertThat(engine.reviews(9).toString()).doesNotContain("Left Name").doesNotContain("Number1");
        }
        assertThat(world.writes()).isZero();
    }

    @Test
    void theTicketsInQuestionAreShownWithTheirHolders() {
        World world = Quandary.DISPUTED.raise();
        try (var engine = world.build(World.EVENT)) {
            assertThat(engine.queues().liveReview("DISPUTED:m1").fields())
                    .filteredOn(field -> field.name().equals("name"))
                    .extracting(field -> field.right().text().orElse(""))
                    .containsExactly("Stranger One", "Stranger Two");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONFLICT,right",
        "DISPUTED,split",
        "DISPUTED,value=TICKET",
        "PRICED,value=cash",
        "FENCED,left",
        "LEFT_GONE,left",
        "PRICE_CHANGE,left",
        "EXCHANGE,left",
        "LAPSED,left"
    })
    void aCrashAtAnyStepAroundAnAnswerActsUponItOnce(Quandary quandary, String answer) {
        List<String> broken = new ArrayList<>();
        long steps = Long.MAX_VALUE;
        for (long point = 1; point <= steps; point++) {
            CrashingWorld crashing = CrashingWorld.inMemory(quandary.raise());
            if (point < 999) {
                crashing.crashAt(point);
            }
            long before = crashing.steps();
            crashing.survive(() -> decide(crashing.world, quandary, answer));
            crashing.sync();
            if (!crashing.crashesAhead().isEmpty()) {
                steps = point; // it has fewer steps than that
            }
            crashing.sync();
            boolean holds = effects()
                    .filter(each -> each.quandary() == quandary && each.answer().equals(answer))
                    .allMatch(each -> each.holds().test(crashing.world));
            crashing.world.forgetCalls();
            crashing.sync();
            if (!holds || crashing.world.writes() > 0 || !open(crashing.world).isEmpty()) {
                broken.add("crash at " + point + ": effect " + holds + ", open " + open(crashing.world));
            }
            assertThat(crashing.steps()).isGreaterThan(before);
        }
        assertThat(steps).isBetween(10L, 500L);
        assertThat(broken).isEmpty();
    }

    private static String told(World world) {
        return String.valueOf(
                world.memberships.members().find("m1").orElseThrow().registrationStatus());
    }

    private static long enrolled(World world) {
        return world.memberships.records(RecordKind.ENROLMENT).count();
    }

    static void decide(World world, Quandary quandary, String answer) {
        try (var engine = world.build(World.EVENT)) {
            String ticket = Long.toString(world.event.tickets().stream()
                    .findFirst()
                    .map(FakeTicket::id)
                    .orElse(0L));
            engine.queues().decide(quandary.id(), Answer.parse(answer.replace("TICKET", ticket)));
        }
    }

    private static List<String> open(World world) {
        try (var engine = world.build(World.EVENT)) {
            return engine.reviews(9).stream().map(review -> review.id()).toList();
        }
    }

    private static FakeTicket ticket(World world) {
        return world.ticketOf("m1");
    }

    private static long tickets(World world) {
        return world.event.attendees().size();
    }

    private static String name(World world) {
        return String.valueOf(
                world.memberships.members().find("m1").orElseThrow().fullName());
    }

    private static String email(World world) {
        return String.valueOf(
                world.memberships.members().find("m1").orElseThrow().email());
    }

    private static boolean isInStep(World world) {
        return name(world)
                .equals(ticket(world).firstName() + " " + ticket(world).lastName());
    }

    private static boolean booked(World world, String payment) {
        return tickets(world) == 1
                && world.event.orders().stream()
                        .filter(FakeOrder::issued)
                        .allMatch(order -> order.orderType().equals(payment));
    }

    private static String type(World world) {
        return world.event.ticketTypes().stream()
                .filter(type -> type.id() == ticket(world).typeId())
                .findFirst()
                .orElseThrow()
                .name();
    }
}
