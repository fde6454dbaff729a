package dev.membersync.accelevents.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Stage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesStoryTest {
    private final Stage stage = new Stage();
    private final TicketChanges changes = stage.event.changes();

    private void sell(String email) {
        stage.there.addAttendee(stage.general, "First", "Last", email);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyTicketOfTheServiceIsJoined(boolean idsInAttendeeRows) {
        stage.fake.switches().exposeTicketIdsInAttendeeRows(idsInAttendeeRows).pageSizeMax(2);
        for (int i = 0; i < 5; i++) {
            sell("p" + i + "@example.org");
        }
        assertThat(Lists.tickets(changes.all())).hasSize(5).allSatisfy(ticket -> {
            assertThat(ticket.origin()).isEqualTo(Origin.BOTH);
            assertThat(ticket.attendeeId()).isPresent();
            assertThat(ticket.orderId()).isPresent();
        });
    }

    @Test
    void aChangeInTheSecondOfTheMarkIsReadAgain() {
        sell("before@example.org");
        var mark = Lists.mark(changes.all());
        sell("same-second@example.org");
        assertThat(Lists.tickets(changes.withOverlap(Duration.ofSeconds(1)).since(mark)))
                .extracting(ticket -> ticket.holder().email())
                .contains("same-second@example.org");
    }

    @Test
    void onlyWhatChangedIsReadOnceTheOverlapIsOver() {
        sell("old@example.org");
        stage.time.advance(Duration.ofMinutes(10));
        var mark = Lists.mark(changes.all());
        stage.time.advance(Duration.ofMinutes(10));
        sell("new@example.org");
        assertThat(Lists.tickets(changes.since(mark)))
                .extracting(ticket -> ticket.holder().email())
                .containsExactly("new@example.org");
    }

    @Test
    void aCanceledTicketComesThroughTheChanges() {
        sell("leaving@example.org");
        stage.time.advance(Duration.ofMinutes(10));
        var mark = Lists.mark(changes.all());
        stage.time.advance(Duration.ofMinutes(10));
        stage.there.cancel(stage.there.tickets().get(0).id());
        assertThat(Lists.tickets(changes.since(mark)))
                .extracting(JoinedTicket::eventTicketId)
                .containsExactly(
                        Optional.of(Stage.ticketId(stage.there.tickets().get(0))));
    }
}
