package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.CodePath;
import dev.membersync.testkit.AcceleventsQuirk;
import dev.membersync.testkit.AcceleventsSwitches;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole story gives the same values from a service that spells everything as we expect and from one that does not. */
class StrangerTest {
    private static final Map<String, Object> PLAIN = WholeStory.of(new Stage(), AcceleventsDialect.DEFAULT);

    private record Turn(String name, Consumer<AcceleventsSwitches> fake, UnaryOperator<AcceleventsDialect> client) {
        static Turn of(String name, Consumer<AcceleventsSwitches> fake) {
            return new Turn(name, fake, dialect -> dialect);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Turn> turns() {
        var quirks = Arrays.stream(AcceleventsQuirk.values())
                .filter(quirk -> quirk != AcceleventsQuirk.DISCOUNTS_BY_CODE)
                .map(quirk -> Turn.of(quirk.name(), fake -> fake.turn(quirk, true)));
        var envelopes = Stream.of("", "data", "content", "items", "results")
                .flatMap(key -> Stream.of(
                        Turn.of("attendees under " + key, fake -> fake.attendeesKey(key)),
                        Turn.of("orders under " + key, fake -> fake.ordersKey(key))));
        return Stream.of(quirks, envelopes, switches(), dialects())
                .flatMap(turns -> turns)
                .toList();
    }

    private static Stream<Turn> switches() {
        return Stream.of(
                Turn.of("tickeTypes", fake -> fake.ticketTypesKey("tickeTypes")),
                Turn.of("answers as pairs", fake -> fake.answersAsPairs(true)),
                Turn.of("ids in attendee rows", fake -> fake.exposeTicketIdsInAttendeeRows(true)),
                Turn.of("answers in attendee rows", fake -> fake.exposeAnswersInAttendeeRows(true)),
                Turn.of("unpaid orders not listed", fake -> fake.unpaidOrdersListed(false)),
                Turn.of("newest first", fake -> fake.newestFirst(true)),
                Turn.of("pages cut down", fake -> fake.pageSizeMax(1)),
                Turn.of("strict dropdowns", fake -> fake.strictDropdowns(true)),
                Turn.of("one ticket per address", fake -> fake.uniqueHolderEmail(true)),
                Turn.of("searches lag", fake -> fake.searchLag(Duration.ofSeconds(20))),
                Turn.of("deletions lag", fake -> fake.deleteDelay(Duration.ofSeconds(20))),
                Turn.of("strange", AcceleventsSwitches::strange),
                Turn.of("stranger", AcceleventsSwitches::stranger));
    }

    /** What the client cannot tell by itself and has a setting for. */
    private static Stream<Turn> dialects() {
        return Stream.of(
                new Turn(
                        "codes by their text",
                        fake -> fake.turn(AcceleventsQuirk.DISCOUNTS_BY_CODE, true),
                        client -> client.withCodePath(CodePath.CODE)),
                new Turn("names", fake -> fake.pairKey("name"), client -> client.withAnswerName("name")),
                new Turn(
                        "ticketTypeId",
                        fake -> fake.holderTypeKey("ticketTypeId"),
                        client -> client.withHolderTypeKey("ticketTypeId")),
                new Turn(
                        "raw authorization",
                        fake -> fake.authentication("Authorization"),
                        client -> client.withKeyHeader("Authorization", "")),
                new Turn(
                        "bearer authorization",
                        fake -> fake.authentication("Bearer"),
                        client -> client.withKeyHeader("Authorization", "Bearer ")));
    }

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    private static Map<String, Object> story(List<Turn> turns) {
        var stage = new Stage();
        var dialect = AcceleventsDialect.DEFAULT;
        for (var turn : turns) {
            turn.fake().accept(stage.fake.switches());
            dialect = turn.client().apply(dialect);
        }
        return WholeStory.of(stage, dialect);
    }

    @Test
    void theStoryIsARealOne() {
        assertThat(PLAIN.toString()).contains("AlreadyPaid", "HoldExpired", "AlreadyIn", "NotIn", "4060517", "4040200");
        assertThat(PLAIN).hasSizeGreaterThan(40).doesNotContainValue("not refused");
        assertThat(PLAIN.get("hints").toString().split(", ")).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("turns")
    void oneDifferenceChangesNoValue(Turn turn) {
        assertThat(story(List.of(turn))).containsExactlyEntriesOf(PLAIN);
    }

    @Test
    void allDifferencesTogetherChangeNoValue() {
        assertThat(story(turns())).containsExactlyEntriesOf(PLAIN);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyMixtureOfDifferencesChangesNoValue(int seed) {
        var random = new SplittableRandom(seed);
        var some = turns().stream().filter(turn -> random.nextInt(3) == 0).toList();
        assertThat(story(some)).as("seed %d: %s", seed, some).containsExactlyEntriesOf(PLAIN);
    }
}
