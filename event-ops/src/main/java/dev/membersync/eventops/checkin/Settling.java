package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings what is derived from the scans of a ticket up to date: who came, and what Accelevents is to be told. */
final class Settling {
    private Settling() {}

    /** A row was written by somebody else since it was read: everything is to be decided again. */
    static final class LostRaceException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The visits of a ticket after its facts have changed. */
    static Visits settle(CheckInStore.Tx tx, Serial serial, Instant now) {
        List<TimedScan> scans = tx.facts().scans(serial);
        Visits visits = Visits.of(scans);
        long version = tx.admissions().find(serial).map(Attendance::version).orElse(0L);
        if (!tx.admissions().compareAndSet(Attendance.of(serial, visits, version + 1), version)) {
            throw new LostRaceException();
        }
        tell(tx.uploads(), serial, visits.first().isPresent(), now);
        return visits;
    }

    private static void tell(CheckInStore.Uploads uploads, Serial serial, boolean came, Instant now) {
        Optional<Upload> known = uploads.find(serial);
        Optional<Boolean> told = known.flatMap(Upload::told);
        if (known.isPresent() ? known.get().wanted() != came : came) {
            uploads.put(new Upload(serial, came, told, 0, now, Optional.empty()));
        }
    }
}
