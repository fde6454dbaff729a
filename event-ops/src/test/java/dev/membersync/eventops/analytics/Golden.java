package dev.membersync.eventops.analytics;

import dev.membersync.eventops.analytics.RegistrationFact.Link;
import dev.membersync.eventops.analytics.ScanFact.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A small event whose figures can be checked by hand (domain.md 2.3.3). */
final class Golden {
    static final Instant START = Instant.parse("2026-05-12T16:00:00Z");
    static final Instant AS_OF = Instant.parse("2026-05-13T08:00:00Z");
    static final EventFact EVENT = new EventFact(
            "spring-summit",
            "Spring Summit",
            Optional.of(START),
            Optional.of(START.plusSeconds(4 * 3600)),
            ZoneId.of("Europe/Berlin"),
            OptionalLong.of(20),
            Optional.empty());

    private final List<RegistrationFact> registrations = new ArrayList<>();
    private final List<ScanFact> scans = new ArrayList<>();
    private final List<MemberFact> members = new ArrayList<>();

    private Golden() {
        for (int i = 1; i <= 10; i++) {
            String plan = i == 1 || i == 2 || i == 10 ? "Gold" : i == 8 ? "Student" : "Silver";
            String status = i == 9 ? "grace" : i == 10 ? "lapsed" : "active";
            members.add(new MemberFact(
                    name("M", i), status, i < 10, START, Optional.of(plan), Optional.of(LocalDate.of(2020, 1, i))));
        }
        row(1, "M01", "Member", 4000, 0, 150, PaymentStatus.PAID, true, 1);
        row(2, "M02", "Member", 4000, 0, 150, PaymentStatus.PAID, true, 2);
        row(3, "M04", "Member", 4000, 0, 150, PaymentStatus.PAID, true, 0);
        row(4, "M05", "Member", 4000, 1000, 150, PaymentStatus.PARTIALLY_REFUNDED, true, 1);
        row(5, "M06", "VIP", 12000, 0, 380, PaymentStatus.PAID, true, 1);
        row(6, "M08", "Member", 0, 0, 0, PaymentStatus.COMPLIMENTARY, true, 1);
        row(7, "M09", "Member", 4000, 0, 150, PaymentStatus.PAID, true, 0);
        row(8, "N01", "Standard", 8000, 0, 260, PaymentStatus.PAID, true, 1);
        row(9, "N02", "Standard", 8000, 8000, 260, PaymentStatus.REFUNDED, false, 0);
        row(10, "M10", "Standard", 8000, 0, 260, PaymentStatus.PAID, true, 1);
    }

    static Dataset dataset() {
        Golden golden = new Golden();
        return Dataset.of(EVENT, AS_OF, golden.registrations, AS_OF.minusSeconds(60))
                .withRead(Source.EVENT, AS_OF.minusSeconds(120))
                .withMembers(golden.members, AS_OF.minusSeconds(90))
                .withScans(golden.scans, AS_OF.minusSeconds(30));
    }

    static RegistrationFact registration(String id, String holder, Link link, String ticketClass, long gross) {
        return new RegistrationFact(
                id,
                "order-" + id,
                holder,
                holder,
                link,
                ticketClass,
                PaymentStatus.PAID,
                true,
                Optional.of(Amounts.of("USD", gross, 0, 0)),
                Optional.of(START.minusSeconds(86_400)),
                Optional.of(true),
                Optional.of(false),
                false,
                true);
    }

    private void row(
            int number,
            String person,
            String ticketClass,
            long gross,
            long refund,
            long fee,
            PaymentStatus status,
            boolean admits,
            int scanned) {
        String id = name("R", number);
        registrations.add(new RegistrationFact(
                id,
                "O-" + id,
                person,
                person,
                person.startsWith("M") ? Link.MEMBER : Link.NOT_A_MEMBER,
                ticketClass,
                status,
                admits,
                Optional.of(Amounts.of("USD", gross, refund, fee)),
                Optional.of(START.minusSeconds(number * 2L * 86_400L)),
                Optional.of(gross > 0),
                Optional.empty(),
                ticketClass.equals("Member"),
                true));
        for (int i = 0; i < scanned; i++) {
            scans.add(new ScanFact(
                    "S-" + id + "-" + i,
                    id,
                    "gate-1",
                    START.minusSeconds(1800 - number * 240L - i * 300L),
                    i == 0 ? Outcome.ADMITTED : Outcome.REPEAT,
                    false));
        }
    }

    private static String name(String kind, int number) {
        return kind + (number < 10 ? "0" : "") + number;
    }
}
