package dev.membersync.eventops.analytics;

import dev.membersync.eventops.analytics.RegistrationFact.Link;
import dev.membersync.eventops.analytics.ScanFact.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/** An event of any size with all inputs, the same for the same seed. */
final class Generated {
    static final Instant START = Instant.parse("2026-10-08T07:00:00Z");
    static final Instant AS_OF = Instant.parse("2026-10-09T06:30:00Z");
    private static final Currency USD = Currency.getInstance("USD");

    private final SplittableRandom random;
    private final List<MemberFact> members = new ArrayList<>();
    private final List<RegistrationFact> registrations = new ArrayList<>();
    private final List<ScanFact> scans = new ArrayList<>();

    private Generated(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dataset dataset(long seed, int people) {
        return new Generated(seed).make(people);
    }

    private Dataset make(int people) {
        for (int i = 0; i < people; i++) {
            if (random.nextInt(100) < 70) {
                member("P" + i);
            }
            if (random.nextInt(100) < 80) {
                registration(i);
            }
        }
        EventFact event = new EventFact(
                        "autumn-gala",
                        "Autumn Gala & Members\u2019 Dinner",
                        Optional.of(START),
                        Optional.of(START.plusSeconds(10 * 3600)),
                        ZoneId.of("Europe/London"),
                        OptionalLong.of(people),
                        Optional.empty())
                .withAdmission(START.minusSeconds(5400), START.plusSeconds(3 * 3600));
        return Dataset.of(event, AS_OF, registrations, AS_OF.minusSeconds(95))
                .withRead(Source.EVENT, AS_OF.minusSeconds(110))
                .withMembers(members, AS_OF.minusSeconds(120))
                .withScans(scans, AS_OF.minusSeconds(20))
                .withEditions(List.of(edition(people)), AS_OF.minusSeconds(86_400))
                .withLedger(ledger(people), AS_OF.minusSeconds(600))
                .withOwn(own(people), AS_OF.minusSeconds(3600));
    }

    private void member(String person) {
        int kind = random.nextInt(100);
        members.add(new MemberFact(
                person,
                kind < 88 ? "active" : kind < 93 ? "grace" : "lapsed",
                kind < 93,
                START.minusSeconds(60),
                kind < 55 ? Optional.of("Silver") : kind < 80 ? Optional.of("Gold") : Optional.of("Student"),
                Optional.of(LocalDate.of(2016 + random.nextInt(10), 1 + random.nextInt(12), 1))));
    }

    private void registration(int number) {
        String person = "P" + number;
        boolean member = members.stream()
                .reduce((a, b) -> b)
                .filter(one -> one.person().equals(person))
                .isPresent();
        String ticketClass = member ? random.nextInt(10) == 0 ? "VIP" : "Member" : "Standard";
        long gross = ticketClass.equals("VIP") ? 12_000 : member ? 4_500 : 8_000;
        int fate = random.nextInt(100);
        PaymentStatus status = fate < 4
                ? PaymentStatus.REFUNDED
                : fate < 7
                        ? PaymentStatus.PARTIALLY_REFUNDED
                        : fate < 10
                                ? PaymentStatus.COMPLIMENTARY
                                : fate < 12 ? PaymentStatus.UNPAID : PaymentStatus.PAID;
        boolean free = status == PaymentStatus.COMPLIMENTARY || status == PaymentStatus.UNPAID;
        long charged = free ? 0 : gross;
        long refunded =
                status == PaymentStatus.REFUNDED ? charged : status == PaymentStatus.PARTIALLY_REFUNDED ? 1_000 : 0;
        long before = (long) (90 * Math.pow(random.nextDouble(), 2) * 86_400);
        RegistrationFact one = new RegistrationFact(
                "R" + number,
                "O" + (number - number % 2),
                person,
                person,
                member ? Link.MEMBER : random.nextInt(4) == 0 ? Link.UNKNOWN : Link.NOT_A_MEMBER,
                ticketClass,
                status,
                status != PaymentStatus.REFUNDED,
                Optional.of(new Amounts(USD, charged, refunded, OptionalLong.of(charged / 40), 0)),
                Optional.of(START.minusSeconds(before)),
                Optional.of(!free),
                Optional.empty(),
                ticketClass.equals("Member"),
                true);
        registrations.add(one);
        if (one.admits() && random.nextInt(100) < 83) {
            scan(one);
        }
    }

    private void scan(RegistrationFact one) {
        Instant at = START.plusSeconds(
                (long) ((random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.6) * 3600));
        boolean offline = random.nextInt(20) == 0;
        scans.add(new ScanFact("S" + one.id(), one.id(), "gate-" + random.nextInt(3), at, Outcome.ADMITTED, offline));
        if (random.nextInt(40) == 0) {
            scans.add(
                    new ScanFact("S" + one.id() + "b", one.id(), "gate-9", at.plusSeconds(400), Outcome.REPEAT, false));
        }
    }

    private Edition edition(int people) {
        Instant start = START.minus(Duration.ofDays(364));
        Set<String> attended = new HashSet<>();
        List<Instant> booked = new ArrayList<>();
        for (int i = 0; i < people; i += 2) {
            attended.add("P" + i);
            booked.add(start.minusSeconds((long) (80 * Math.pow(random.nextDouble(), 1.5) * 86_400)));
        }
        return new Edition("autumn-gala-2025", start, attended, booked);
    }

    private static LedgerFacts ledger(int people) {
        return new LedgerFacts(
                List.of(new LedgerFacts.Share(
                        USD, people * 4_000L - 21_500, people * 4_000L, people / 2 - 7, people / 2)),
                List.of(
                        new LedgerFacts.OpenException("MISSING_IN_B", AS_OF.minusSeconds(3 * 86_400)),
                        new LedgerFacts.OpenException("AMOUNT_DIFF", AS_OF.minusSeconds(7200)),
                        new LedgerFacts.OpenException("AMOUNT_DIFF", AS_OF.minusSeconds(9200))));
    }

    private OwnFacts own(int people) {
        List<OwnFacts.Invite> invites = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            invites.add(new OwnFacts.Invite("P" + i, random.nextInt(100) < 74));
        }
        return OwnFacts.none()
                .withInvites(invites)
                .withDisputes(List.of())
                .withPrices(
                        List.of(new OwnFacts.StandardPrice("Member", START.minusSeconds(400L * 86_400), USD, 8_000)));
    }
}
