package dev.membersync.sync.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Random histories of payments with their mirrors, as facts; and what they have to come to. */
final class Histories {
    private static final List<String> CURRENCIES = List.of("USD", "JPY", "KWD");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final List<Fact> facts = new ArrayList<>();
    final long[] net = new long[CURRENCIES.size()];
    private final SplittableRandom random;

    private Histories(SplittableRandom random) {
        this.random = random;
    }

    static Histories draw(SplittableRandom random) {
        Histories history = new Histories(random);
        int payments = random.nextInt(1, 12);
        for (int i = 0; i < payments; i++) {
            history.payment("c" + i);
        }
        return history;
    }

    /** A charge, further parts of it, refunds within it and one beyond, and the mirror of each step. */
    private void payment(String id) {
        int currency = random.nextInt(CURRENCIES.size());
        Fact charge = Fact.charge("accelevents", id, "accelevents", money(currency, amount()), time());
        long captured = charge.money().minor();
        facts.add(charge);
        mirror(charge, id + ":1", captured);
        if (random.nextInt(3) == 0) {
            Fact part = Fact.charge("accelevents", id + "+", "accelevents", money(currency, amount()), time())
                    .about(About.NOTHING.of(id));
            captured += part.money().minor();
            facts.add(part);
            mirror(charge, id + ":2", part.money().minor());
        }
        long left = captured;
        Instant last = charge.at();
        for (int i = random.nextInt(4); i > 0 && left > 0; i--) {
            long back = random.nextInt(3) == 0 ? left : random.nextLong(1, left + 1);
            last = last.plusSeconds(random.nextInt(1, 100_000));
            facts.add(Fact.refund("accelevents", id + "r" + i, id, "accelevents", money(currency, back), last));
            mirror(charge, id + ":r" + i, -back);
            left -= back;
        }
        if (random.nextInt(4) == 0) {
            facts.add(Fact.refund(
                    "accelevents", id + "x", id, "accelevents", money(currency, left + 1), last.plusSeconds(1)));
        }
        net[currency] += left;
    }

    private void mirror(Fact charge, String id, long minor) {
        facts.add(Fact.mirror(
                "memberships", id, charge, new Money(minor, charge.money().currency()), time()));
    }

    /** The same facts in a random order, some of them several times. */
    List<Fact> shuffled(SplittableRandom other) {
        List<Fact> all = new ArrayList<>(facts);
        facts.stream().filter(fact -> other.nextInt(3) == 0).forEach(all::add);
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, other.nextInt(i + 1));
        }
        return all;
    }

    static List<String> currencies() {
        return CURRENCIES;
    }

    private long amount() {
        return random.nextInt(10) == 0 ? random.nextLong(1, 1L << 50) : random.nextLong(1, 100_000);
    }

    private Instant time() {
        return START.plusSeconds(random.nextInt(40 * 24 * 3600));
    }

    private static Money money(int currency, long minor) {
        return Money.ofMinor(minor, CURRENCIES.get(currency));
    }
}
