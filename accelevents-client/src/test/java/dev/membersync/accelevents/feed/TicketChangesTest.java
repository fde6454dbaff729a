package dev.membersync.accelevents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.client.error.PagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketChangesTest {
    private static final FeedMark MARK = FeedMark.parse("2026-03-04T17:06:09Z");
    private static final String ONE = "{'id':1,'attendee':[{'eventTicketingId':11}]}";
    private static final String TWO = "{'id':2,'attendee':[{'eventTicketingId':21},{'eventTicketingId':22}]}";
    private static final String FOUR = "{'id':4,'attendee':[{'eventTicketingId':41}]}";

    private final Lists lists = new Lists();

    private static String page(int total, String... rows) {
        return "{'orders':[" + String.join(",", rows) + "],'recordsTotal':99,'recordsFiltered':" + total + "}";
    }

    private Iterable<ChangePage> since() {
        return lists.event().changes().since(MARK);
    }

    @Test
    void aReadingGoesBackBehindItsMarkAndSaysSoMonthFirst() {
        lists.orders(page(0));
        Lists.mark(lists.event().changes().withOverlap(Duration.ofSeconds(10)).since(MARK));
        assertThat(lists.asked("orders")).singleElement().asString().contains("searchTimeStamp=03/04/2026 17:05:59");
    }

    @Test
    void theOverlapIsAMinuteUnlessSaidOtherwise() {
        lists.orders(page(0));
        Lists.mark(since());
        assertThat(lists.asked("orders")).singleElement().asString().contains("03/04/2026 17:05:09");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT-5S"})
    void lessThanASecondOfOverlapIsRefused(String overlap) {
        var changes = lists.event().changes();
        assertThatThrownBy(() -> changes.withOverlap(Duration.parse(overlap)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTicketOfEveryOrderIsHandedOver() {
        lists.orders(page(2, ONE), page(2, TWO));
        assertThat(Lists.tickets(since()))
                .extracting(JoinedTicket::eventTicketId)
                .extracting(Optional::orElseThrow)
                .extracting(EventTicketId::value)
                .containsExactly("11", "21", "22");
    }

    @Test
    void theNextMarkIsTheServersClockAtTheFirstPage() {
        lists.orders(page(2, ONE), page(2, TWO)).date("Wed, 04 Mar 2026 22:00:00 GMT");
        assertThat(Lists.mark(since())).isEqualTo(FeedMark.parse("2026-03-04T22:00:00Z"));
    }

    @Test
    void theTimeAReplyTookIsTakenOffTheServersClock() {
        lists.orders(page(0)).date("Wed, 04 Mar 2026 22:00:00 GMT").took(Duration.ofMillis(2500));
        assertThat(Lists.mark(since())).isEqualTo(FeedMark.parse("2026-03-04T21:59:57Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday"})
    void withoutAServersClockTheCallersClockBeforeTheReadingCounts(String date) {
        lists.orders(page(2, ONE), page(2, TWO)).date(date);
        assertThat(Lists.mark(since())).isEqualTo(FeedMark.parse("2026-03-04T22:06:09Z"));
    }

    @Test
    void onlyTheLastPageCarriesTheMark() {
        lists.orders(page(2, ONE), page(2, TWO));
        var reading = since().iterator();
        assertThat(reading.next().next()).isEmpty();
        assertThat(reading.next().next()).isEmpty();
        assertThat(reading.next().next()).isPresent();
        assertThat(reading).isExhausted();
    }

    @Test
    void aPageIsFetchedWhenItIsAskedFor() {
        lists.orders(page(2, ONE), page(2, TWO));
        since().iterator().next();
        assertThat(lists.asked("orders")).hasSize(1);
    }

    @Test
    void anIncompleteReadingGivesNoMarkHoweverOftenItIsAsked() {
        lists.orders(page(3, ONE), page(3, TWO), page(3));
        var reading = since().iterator();
        reading.next();
        reading.next();
        assertThatThrownBy(reading::next).isInstanceOf(PagingException.class);
        assertThat(reading.hasNext()).isFalse();
        assertThatThrownBy(reading::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aListThatShrinksWhileItIsReadIsIncomplete() {
        lists.orders(page(3, ONE), page(2, TWO));
        assertThatThrownBy(() -> Lists.mark(since())).isInstanceOf(PagingException.class);
    }

    @Test
    void anOrderThatMovedToTheEndLetsAnotherSlipThroughUnlessTheReadingIsRepeated() {
        // Order 1 was updated and went to the end, so order 3 moved up to the page that had been read.
        lists.orders(page(4, ONE, TWO), page(4, FOUR, ONE));
        assertThatThrownBy(() -> Lists.mark(since()))
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("orders.list")
                .hasMessageContaining("3 distinct rows of 4");
    }

    @Test
    void anOrderThatCameFirstPushesTheOthersDownAndNoneIsLost() {
        lists.orders(page(2, ONE), page(3, ONE, TWO));
        assertThat(Lists.mark(since())).isNotNull();
    }

    @Test
    void aRepeatedPageIsNoEndlessReading() {
        lists.orders(page(9, ONE), page(9, TWO), page(9, ONE));
        assertThatThrownBy(() -> Lists.mark(since())).isInstanceOf(PagingException.class);
    }

    @Test
    void withoutATotalTheReadingGoesOnToAnEmptyPage() {
        lists.orders("[" + ONE + "]", "[" + TWO + "]");
        assertThat(Lists.tickets(since())).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-10-25: 01:00 to 02:00 UTC both show 02:xx in Berlin.
        "2026-10-25T00:30:00Z,10/25/2026 01:59:59",
        "2026-10-25T01:30:00Z,10/25/2026 01:59:59",
        "2026-10-24T23:30:00Z,10/25/2026 01:29:59",
        "2026-10-25T02:30:00Z,10/25/2026 03:29:59"
    })
    void anHourThatAZoneHasTwiceIsReadFromItsBeginning(String mark, String asked) {
        lists.orders(page(0)).dialect(AcceleventsDialect.DEFAULT.withZone(ZoneId.of("Europe/Berlin")));
        Lists.mark(lists.event().changes().withOverlap(Duration.ofSeconds(1)).since(FeedMark.parse(mark)));
        assertThat(lists.asked("orders")).singleElement().asString().contains(asked);
    }

    @Test
    void aMarkIsStoredAsTextInWholeSeconds() {
        var mark = new FeedMark(Instant.parse("2026-03-04T22:06:09.999Z"));
        assertThat(mark).hasToString("2026-03-04T22:06:09Z");
        assertThat(FeedMark.parse(mark.toString())).isEqualTo(mark);
    }
}
