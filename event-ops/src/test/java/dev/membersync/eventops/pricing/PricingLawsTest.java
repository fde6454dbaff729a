package dev.membersync.eventops.pricing;

import static dev.membersync.eventops.pricing.Rules.NOW;
import static dev.membersync.eventops.pricing.Rules.soldAtLeast;
import static dev.membersync.eventops.pricing.Rules.soldBelow;
import static dev.membersync.eventops.pricing.Rules.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every demand. */
class PricingLawsTest {
    private static final int STEPS = 120;

    static LongStream seeds() {
        return LongStream.range(1, Boolean.getBoolean("heavy") ? 2_000 : 7);
    }

    /** A demand that jumps about, on rules that are drawn too; the plan is carried out at once. */
    private static final class Story {
        private final SplittableRandom random;
        private final RuleBook book;
        private final Town town = new Town();
        private final PricingEngine engine;
        private final Bounds bounds;

        private Story(long seed) {
            random = new SplittableRandom(seed);
            long floor = random.nextLong(40, 90);
            bounds = new Bounds(
                    Optional.of(usd(floor)),
                    Optional.of(usd(floor + random.nextLong(10, 80))),
                    random.nextBoolean() ? Optional.of(usd(random.nextLong(5, 30))) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(usd(random.nextLong(10, 60))) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(usd(5)) : Optional.empty(),
                    false,
                    random.nextBoolean(),
                    OptionalLong.empty());
            book = Rules.book(rules().toArray(PricingRule[]::new));
            town.put("11", usd(floor + random.nextLong(0, 10)), 100, 0);
            town.put("12", usd(50), 50, 0);
            town.put("13", usd(20), 30, 0);
            engine = town.engine(book);
        }

        private List<PricingRule> rules() {
            List<PricingRule> rules = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long enter = random.nextLong(10, 95);
                PricingRule rule = Rules.price("step-" + i, i, soldAtLeast(enter), random.nextLong(0, 250));
                Optional<Condition> until = random.nextBoolean() ? Optional.of(soldBelow(enter - 8)) : Optional.empty();
                rules.add(own(Rules.as(rule, "ladder", until, Mode.AUTO)));
            }
            rules.add(own(Rules.price("base", 9, Condition.always(), random.nextLong(0, 250))));
            rules.add(own(PricingRule.of(
                    "member-week",
                    7,
                    Mode.AUTO,
                    Scope.of("USD", "11"),
                    soldBelow(random.nextLong(20, 90)),
                    new Effect.AdjustPrice(Optional.empty(), Optional.of(new BigDecimal("-12.5")), true))));
            rules.add(own(move("release", "12", "11", random.nextLong(1, 60), soldAtLeast(random.nextLong(10, 90)))));
            rules.add(own(move("chain", "13", "12", random.nextLong(1, 40), soldAtLeast(random.nextLong(10, 90)))));
            return rules;
        }

        private static PricingRule move(String id, String from, String to, long places, Condition when) {
            return PricingRule.of(
                    id, 5, Mode.AUTO, Scope.of("USD", "11"), when, new Effect.MoveCapacity(from, to, places));
        }

        private PricingRule own(PricingRule rule) {
            Stability stability = new Stability(
                    Duration.ofMinutes(random.nextLong(0, 90)),
                    Duration.ofMinutes(random.nextLong(0, 120)),
                    random.nextInt(1, 6),
                    Optional.empty());
            return Rules.bound(Rules.calm(rule, stability), bounds);
        }

        /** Sells, refunds and holds within the places that there are. */
        private void demand() {
            town.now = town.now.plus(Duration.ofMinutes(random.nextLong(1, 200)));
            for (String id : List.of("11", "12", "13")) {
                ClassFacts facts = town.classes.get(id);
                long capacity = facts.capacity().getAsLong();
                long sold = random.nextLong(0, capacity + 1);
                long held = random.nextLong(0, Math.min(5, capacity - sold) + 1);
                town.classes.put(id, ClassFacts.of(facts.price().orElseThrow(), capacity, sold, held));
            }
        }

        private int smallestDay() {
            return book.rules().stream()
                    .mapToInt(rule -> rule.stability().maxChangesPerDay())
                    .max()
                    .orElse(1);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noDemandDrivesAPriceOutOfBoundsOrPlacesBelowWhatIsGivenAway(long seed) {
        Story story = new Story(seed);
        long moved = 0;
        for (int i = 0; i < STEPS; i++) {
            story.demand();
            moved += story.engine.run().made().size();
            assertThat(story.town.price("11").minor())
                    .as("seed %d step %d", seed, i)
                    .isBetween(
                            story.bounds.floor().orElseThrow().minor(),
                            story.bounds.ceiling().orElseThrow().minor());
            story.town.classes.forEach(
                    (id, facts) -> assertThat(facts.capacity().getAsLong())
                            .as("seed %d class %s", seed, id)
                            .isGreaterThanOrEqualTo(facts.committed().getAsLong()));
        }
        assertThat(story.engine.incidents()).isEmpty();
        assertThat(moved).as("the story has something to tell, seed %d", seed).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void movingPlacesNeverChangesTheirSum(long seed) {
        Story story = new Story(seed);
        for (int i = 0; i < STEPS; i++) {
            story.demand();
            story.engine.run();
            long sum = story.town.classes.values().stream()
                    .mapToLong(facts -> facts.capacity().getAsLong())
                    .sum();
            assertThat(sum).as("seed %d step %d", seed, i).isEqualTo(180);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingChangesMoreOftenThanADayAllows(long seed) {
        Story story = new Story(seed);
        Map<String, Integer> changes = new HashMap<>();
        for (int i = 0; i < STEPS; i++) {
            story.demand();
            LocalDate day = story.town.now.atZone(Rules.ZONE).toLocalDate();
            for (Change change : story.engine.run().made()) {
                change.counted().forEach(object -> changes.merge(day + " " + object, 1, Integer::sum));
            }
        }
        assertThat(changes.values()).allMatch(count -> count <= story.smallestDay());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderInWhichRulesAreStoredDoesNotMatterAndAReplayHasTheSameHash(long seed) {
        Story story = new Story(seed);
        List<PricingRule> shuffled = new ArrayList<>(story.book.rules());
        Collections.shuffle(shuffled, new Random(seed));
        RuleBook other = Rules.book(shuffled.toArray(PricingRule[]::new));
        for (int i = 0; i < 20; i++) {
            story.demand();
            Memory memory = story.engine.memory();
            Snapshot snapshot = story.town.snapshot(story.book, story.town.now);
            Evaluation one = Rules.evaluate(story.book, snapshot, memory);
            assertThat(Rules.evaluate(other, snapshot, memory)).isEqualTo(one);
            assertThat(Rules.evaluate(story.book, snapshot, memory).plan().hash())
                    .isEqualTo(one.plan().hash());
            story.engine.run();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void demandAroundAThresholdDoesNotFlap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int most = random.nextInt(1, 5);
        Stability calm = new Stability(Duration.ZERO, Duration.ZERO, most, Optional.empty());
        Town town = new Town();
        town.put("11", usd(100), 100, 79);
        town.now = NOW.truncatedTo(java.time.temporal.ChronoUnit.DAYS).plus(Duration.ofHours(4));
        PricingEngine engine = town.engine(Rules.book(
                Rules.calm(
                        Rules.as(Rules.price("late", 1, soldAtLeast(80), 120), "l", Optional.empty(), Mode.AUTO), calm),
                Rules.calm(
                        Rules.as(Rules.price("base", 2, Condition.always(), 100), "l", Optional.empty(), Mode.AUTO),
                        calm)));
        int changes = 0;
        for (int i = 0; i < 200; i++) {
            town.now = town.now.plus(Duration.ofMinutes(7));
            town.put("11", town.price("11"), 100, 79 + random.nextLong(0, 2));
            changes += engine.run().made().size();
        }
        assertThat(changes).as("within one day of the event's zone").isEqualTo(most);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAnInjectedFailureBothSystemsAgreeOrAnIncidentExists(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Town town = new Town();
        town.put("11", usd(100), 100, 10);
        PricingEngine engine = town.engine(Rules.book(SagaTest.memberCode(seed % 2 == 0 ? "10" : "15")));
        double share = random.nextDouble();
        town.hook = (call, after) -> {
            if (random.nextDouble() < share) {
                throw after || random.nextBoolean()
                        ? SideException.outcomeUnknown("no answer", null)
                        : SideException.refused("no", null);
            }
        };
        for (int i = 0; i < 12; i++) {
            town.now = town.now.plus(Duration.ofMinutes(30));
            if (i == 6) {
                engine = town.engine(Rules.book(SagaTest.memberCode("20")));
            }
            engine.run();
            assertThat(SagaTest.agree(town) || !engine.incidents().isEmpty())
                    .as("seed %d run %d: %s", seed, i, town.objects)
                    .isTrue();
        }
        town.hook = (call, after) -> {};
        for (int i = 0; i < 4; i++) {
            town.now = town.now.plus(Duration.ofHours(2));
            engine.run();
        }
        assertThat(engine.incidents()).as("seed %d", seed).isEmpty();
        assertThat(SagaTest.agree(town)).as("seed %d: %s", seed, town.objects).isTrue();
        assertThat(town.running(ObjectKind.COUPON)).hasSize(1);
    }
}
