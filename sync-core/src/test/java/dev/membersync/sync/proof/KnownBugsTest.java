package dev.membersync.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The proof of the proof: well-known mistakes, put between the engine and its surroundings, are found. A suite that does
 * not see them would not see ours.
 */
@Timeout(900)
class KnownBugsTest {
    private static Arguments bug(String name, Supplier<Variation> bug, LongFunction<List<Act>> workload, int seeds) {
        return bug(name, bug, workload, 0, seeds);
    }

    /** @param first where stories begin that are known to show a rare bug: more of them would show it, and take longer */
    private static Arguments bug(
            String name, Supplier<Variation> bug, LongFunction<List<Act>> workload, long first, int seeds) {
        return Arguments.of(name, bug, workload, first, seeds);
    }

    static List<Arguments> inSomeStory() {
        LongFunction<List<Act>> ordinary = Workload::draw;
        LongFunction<List<Act>> joining = Workload::drawJoining;
        return List.of(
                bug("an intent that is found by its payload", IntentBugs::keyedByPayload, joining, 110, 300),
                bug("an intent that is forgotten after an hour", IntentBugs::expiring, joining, 545, 250),
                bug("an intent that any answer clears", IntentBugs::clearedByAnyAnswer, ordinary, 100),
                bug("a key that is taken before the create", IntentBugs::eagerKey, joining, 100),
                bug("echoes known by a flag", ScanBugs::echoByFlag, ordinary, 50),
                bug("absence that is taken for a deletion", ScanBugs::deleteOnAbsence, ordinary, 838, 100),
                bug("a mark that depends on the order of values", ScanBugs::unsorted, ordinary, 200));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inSomeStory")
    void isFoundBySomeSeed(
            String name, Supplier<Variation> bug, LongFunction<List<Act>> workload, long first, int seeds) {
        assertThat(LongStream.range(first, first + seeds)
                        .parallel()
                        .mapToObj(seed -> Story.told(workload.apply(seed), bug))
                        .anyMatch(Story::isBroken))
                .as("%s is found in %s stories from %s on", name, seeds, first)
                .isTrue();
    }

    static List<Arguments> atSomeStep() {
        return List.of(
                Arguments.of(
                        "a cursor that is saved before what it passed", (Supplier<Variation>) ScanBugs::cursorFirst),
                Arguments.of("a key that is taken before the create", (Supplier<Variation>) IntentBugs::eagerKey));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("atSomeStep")
    void isFoundByACrashAtSomeStep(String name, Supplier<Variation> bug) {
        assertThat(LongStream.range(1, 80)
                        .mapToObj(point -> killedAt(point, bug))
                        .anyMatch(Story::isBroken))
                .as("%s is found at some step", name)
                .isTrue();
    }

    private static Story killedAt(long point, Supplier<Variation> bug) {
        Act kill = new Act("die at step " + point, sim -> sim.crashAt(point));
        return Story.told(
                Stream.concat(Stream.of(kill), Script.least().stream()).toList(), bug);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void withoutAMistakeTheSameStoriesEndInStep(long first) {
        assertThat(LongStream.range(first, first + Heavy.of(30, 100))
                        .parallel()
                        .mapToObj(seed -> Story.told(Workload.drawJoining(seed), () -> Variation.NONE))
                        .filter(Story::isBroken)
                        .map(Story::text))
                .isEmpty();
    }

    static List<Long> firstSeeds() {
        return List.of(0L, 100L, 200L, 300L, 400L);
    }
}
