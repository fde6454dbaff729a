package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.checkin.VendorCheckIn.Answer;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.sync.record.TicketRef;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The vendor is told who came, once per registration and whatever happens in between. */
final class CheckInUploaderTest {
    private final Fest fest = Fest.create();
    private final CheckIn checkIn = fest.checkIn();
    private final List<String> told = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final CheckInUploader uploader = CheckInUploader.of(fest.store, this::hear, fest.clock());
    private Runnable meanwhile = () -> {};

    private Answer hear(String barcode, boolean came) {
        told.add(barcode + " " + came);
        meanwhile.run();
        return answers.isEmpty() ? new Answer.Done() : answers.poll();
    }

    private static String barcode(Ticket ticket) {
        return "b" + ticket.body().serial().hex();
    }

    private Ticket enter() {
        Ticket ticket = fest.ticket();
        checkIn.scan(fest.entry("d1", fest.nanos() + told.size() + 1, ticket.text()));
        return ticket;
    }

    @Test
    void anAdmissionIsToldOnceAndAReadmissionNotAtAll() {
        Ticket ticket = enter();
        assertThat(uploader.pass(9)).isEqualTo(new CheckInUploader.Report(1, 0, 0, Optional.empty()));
        fest.wait(Duration.ofMinutes(1));
        checkIn.scan(fest.entry("d2", 1, ticket.text()).leaving());
        checkIn.upload(
                List.of(Fest.offline("d3", 1, ticket.body().serial(), Outcome.READMITTED, NOON.plusSeconds(300))));

        assertThat(uploader.pass(9).told()).isZero();
        assertThat(told).containsExactly(barcode(ticket) + " true");
    }

    @Test
    void refusedScansAreNotTold() {
        checkIn.scan(fest.entry("d1", 1, "junk"));
        Ticket blocked = fest.ticket();
        checkIn.block(blocked.body().serial(), true);
        checkIn.scan(fest.entry("d1", 2, blocked.text()));
        uploader.pass(9);
        assertThat(told).isEmpty();
    }

    @Test
    void anUndoIsToldWhenTheAdmissionWas() {
        Ticket ticket = enter();
        FactId scan = checkIn.visits(ticket.body().serial())
                .first()
                .orElseThrow()
                .scan()
                .id();
        uploader.pass(9);
        checkIn.undo(new FactId("desk", 1), scan, NOON, 1, new Waiver("desk 1", "wrong ticket"));
        uploader.pass(9);
        assertThat(told).containsExactly(barcode(ticket) + " true", barcode(ticket) + " false");
        assertThat(uploader.pass(9).told()).isZero();
    }

    @Test
    void anUndoBeforeTheFirstPassTellsNothing() {
        Ticket ticket = enter();
        FactId scan = checkIn.visits(ticket.body().serial())
                .first()
                .orElseThrow()
                .scan()
                .id();
        checkIn.undo(new FactId("desk", 1), scan, NOON, 1, new Waiver("desk 1", "wrong ticket"));
        uploader.pass(9);
        assertThat(told).isEmpty();
    }

    @Test
    void whatChangesDuringTheCallIsToldNext() {
        Ticket ticket = enter();
        FactId scan = checkIn.visits(ticket.body().serial())
                .first()
                .orElseThrow()
                .scan()
                .id();
        meanwhile = () -> {
            meanwhile = () -> {};
            checkIn.undo(new FactId("desk", 1), scan, NOON, 1, new Waiver("desk 1", "wrong ticket"));
        };
        uploader.pass(9);
        uploader.pass(9);
        assertThat(told).containsExactly(barcode(ticket) + " true", barcode(ticket) + " false");
    }

    @Test
    void aBusyVendorIsToldLaterAfterTheTimeItAskedFor() {
        enter();
        answers.add(new Answer.Later(Optional.of(Duration.ofSeconds(30)), "429"));
        assertThat(uploader.pass(9).later()).isEqualTo(1);
        fest.wait(Duration.ofSeconds(29));
        assertThat(uploader.pass(9).told()).isZero();
        fest.wait(Duration.ofSeconds(1));
        assertThat(uploader.pass(9).told()).isEqualTo(1);
    }

    @Test
    void waitsDoubleUpToTenMinutes() {
        enter();
        List<Long> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 9; attempt++) {
            answers.add(new Answer.Later(Optional.empty(), "503"));
            uploader.pass(9);
            Duration wait = Duration.ZERO;
            while (fest.store.inTransaction(tx -> tx.uploads().due(fest.now, 1)).isEmpty()) {
                fest.wait(Duration.ofSeconds(5));
                wait = wait.plusSeconds(5);
            }
            waits.add(wait.toSeconds());
        }
        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
    }

    @Test
    void aRefusalIsADeadLetterWhoseScanStaysAndWhichCanBeReplayed() {
        Ticket ticket = enter();
        answers.add(new Answer.Refused("unknown barcode"));
        assertThat(uploader.pass(9).dead()).isEqualTo(1);
        assertThat(uploader.pass(9)).isEqualTo(new CheckInUploader.Report(0, 0, 0, Optional.empty()));
        assertThat(uploader.deadLetters(Optional.empty(), 9))
                .extracting(Upload::dead)
                .containsExactly(Optional.of("unknown barcode"));
        assertThat(checkIn.visits(ticket.body().serial()).admissions()).hasSize(1);

        assertThat(uploader.replay(ticket.body().serial())).isTrue();
        assertThat(uploader.pass(9).told()).isEqualTo(1);
        assertThat(uploader.replay(ticket.body().serial())).isFalse();
    }

    @Test
    void aClosedDoorEndsThePassAndNothingIsGivenUp() {
        enter();
        fest.wait(Duration.ofSeconds(1));
        enter();
        answers.add(new Answer.Closed("the key is not accepted"));
        assertThat(uploader.pass(9).closed()).contains("the key is not accepted");
        assertThat(told).hasSize(1);
        assertThat(uploader.pass(9).told()).isEqualTo(2);
    }

    @Test
    void aCrashBetweenTheCallAndItsNoteTellsAgain() {
        Ticket ticket = enter();
        meanwhile = () -> {
            meanwhile = () -> {};
            throw new IllegalStateException("crash");
        };
        assertThatThrownBy(() -> uploader.pass(9)).hasMessage("crash");
        assertThat(uploader.pass(9).told()).isEqualTo(1);
        assertThat(told).containsExactly(barcode(ticket) + " true", barcode(ticket) + " true");
    }

    @Test
    void aTicketWhoseBarcodeIsNotKnownYetWaits() {
        Ticket ticket = enter();
        fest.store.inTransaction(tx -> {
            IssuedTicket known = tx.issued().find(ticket.body().serial()).orElseThrow();
            tx.issued().put(known.named(new TicketRef("t", null, null, null)));
            return true;
        });
        assertThat(uploader.pass(9).later()).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsNotInTheBooksIsADeadLetter() {
        checkIn.upload(List.of(Fest.offline("d3", 1, Fest.serial(77), Outcome.ADMITTED, NOON)));
        assertThat(uploader.pass(9).dead()).isEqualTo(1);
    }
}
