package dev.membersync.sync.store;

import dev.membersync.sync.payment.About;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.Telling;
import java.util.List;
import java.util.Optional;

/** What one scope in memory forgets of everybody. */
record MemoryRetiring(MemoryRows rows, boolean rehearsal) {
    private static final String MEMBER = "retired";

    long all() {
        long number = List.<MemoryTable<?, ?>>of(
                        rows.members,
                        rows.tickets,
                        rows.links,
                        rows.intents,
                        rows.work,
                        rows.reviews,
                        rows.deadLetters,
                        rows.incidents,
                        rows.cursors,
                        rows.audit)
                .stream()
                .mapToLong(table -> rehearsal ? table.size() : table.clear())
                .sum();
        number += rows.facts.rows().stream()
                .filter(fact -> fact.about().userId().isPresent())
                .count();
        if (!rehearsal) {
            rows.facts.replaceAll(MemoryRetiring::nameless);
            rows.payments.replaceAll(MemoryRetiring::nameless);
        }
        return number;
    }

    private static Fact nameless(Fact fact) {
        About about = fact.about();
        return fact.about(new About(
                about.parent(), about.order(), Optional.empty(), about.purpose(), about.processorId(), about.ownKey()));
    }

    private static PaymentRow nameless(PaymentRow row) {
        return new PaymentRow(
                row.key(),
                row.standing(),
                row.told().map(told -> new Telling(MEMBER, told.net(), told.state())),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
