package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the vendor who came. The queue holds for each ticket what the vendor is to know and what it was told last; it is
 * written in the transaction of the scan. After a crash between the call and its note the vendor is told again, which does
 * no harm. Thread-safe; one process at a time is enough.
 */
public final class CheckInUploader {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 7;

    private final CheckInStore store;
    private final VendorCheckIn vendor;
    private final InstantSource clock;

    private CheckInUploader(CheckInStore store, VendorCheckIn vendor, InstantSource clock) {
        this.store = store;
        this.vendor = vendor;
        this.clock = clock;
    }

    /** An uploader from this store to this vendor. */
    public static CheckInUploader of(CheckInStore store, VendorCheckIn vendor, InstantSource clock) {
        return new CheckInUploader(store, vendor, clock);
    }

    /**
     * What a pass did.
     *
     * @param told how many tickets the vendor knows of now
     * @param later how many wait
     * @param dead how many were given up; their scans stay
     * @param closed why the pass ended early; empty when it did not
     */
    public record Report(int told, int later, int dead, Optional<String> closed) {}

    /** Tells what is due, at most this many. */
    public Report pass(int limit) {
        int told = 0;
        int later = 0;
        int dead = 0;
        for (Upload due : store.inTransaction(tx -> tx.uploads().due(clock.instant(), limit))) {
            VendorCheckIn.Answer answer = ask(due);
            if (answer instanceof VendorCheckIn.Answer.Closed closed) {
                return new Report(told, later, dead, Optional.of(closed.why()));
            }
            note(due, answer);
            told += answer instanceof VendorCheckIn.Answer.Done ? 1 : 0;
            later += answer instanceof VendorCheckIn.Answer.Later ? 1 : 0;
            dead += answer instanceof VendorCheckIn.Answer.Refused ? 1 : 0;
        }
        return new Report(told, later, dead, Optional.empty());
    }

    private VendorCheckIn.Answer ask(Upload due) {
        Optional<IssuedTicket> ticket = store.inTransaction(tx -> tx.issued().find(due.serial()));
        if (ticket.isEmpty()) {
            return new VendorCheckIn.Answer.Refused("the ticket is not in the books");
        }
        @Nullable String barcode = ticket.get().names().barcode();
        return barcode == null
                ? new VendorCheckIn.Answer.Later(Optional.empty(), "its barcode is not known yet")
                : vendor.tell(barcode, due.wanted());
    }

    /** What is wanted may have changed during the call: only what was told is noted. */
    private void note(Upload sent, VendorCheckIn.Answer answer) {
        Instant now = clock.instant();
        store.inTransaction(tx -> {
            Upload current = tx.uploads().find(sent.serial()).orElse(sent);
            tx.uploads().put(after(current, sent, answer, now));
            return sent;
        });
    }

    private static Upload after(Upload current, Upload sent, VendorCheckIn.Answer answer, Instant now) {
        if (answer instanceof VendorCheckIn.Answer.Done) {
            return new Upload(current.serial(), current.wanted(), Optional.of(sent.wanted()), 0, now, Optional.empty());
        }
        boolean changed = current.wanted() != sent.wanted();
        if (answer instanceof VendorCheckIn.Answer.Refused refused && !changed) {
            return new Upload(
                    current.serial(),
                    current.wanted(),
                    current.told(),
                    current.attempts() + 1,
                    now,
                    Optional.of(refused.why()));
        }
        Duration wait = answer instanceof VendorCheckIn.Answer.Later later
                ? later.after().orElse(pause(current.attempts()))
                : Duration.ZERO;
        return new Upload(
                current.serial(),
                current.wanted(),
                current.told(),
                current.attempts() + 1,
                now.plus(wait),
                Optional.empty());
    }

    private static Duration pause(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** What was given up, by ticket. */
    public List<Upload> deadLetters(Optional<Serial> after, int limit) {
        return store.inTransaction(tx -> tx.uploads().dead(after, limit));
    }

    /**
     * Tries again what was given up.
     *
     * @return whether there was such a dead letter
     */
    public boolean replay(Serial serial) {
        Instant now = clock.instant();
        return store.inTransaction(tx -> {
            Optional<Upload> dead =
                    tx.uploads().find(serial).filter(upload -> upload.dead().isPresent());
            dead.ifPresent(upload ->
                    tx.uploads().put(new Upload(serial, upload.wanted(), upload.told(), 0, now, Optional.empty())));
            return dead.isPresent();
        });
    }
}
