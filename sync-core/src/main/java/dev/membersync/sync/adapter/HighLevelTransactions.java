package dev.membersync.sync.adapter;

import dev.membersync.client.policy.Lane;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.payment.Transaction;
import dev.membersync.memberships.payment.TransactionQuery;
import dev.membersync.memberships.payment.TransactionStatus;
import dev.membersync.sync.payment.PaymentState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What members paid at HighLevel, from the list of live transactions (SPEC, memberships-api.md 2.5 P7). Those that succeeded
 * count, and of each contact the newest is told. What carries our key was recorded by us and is told to nobody. The ids and
 * amounts of a location are held in memory during a walk. Thread-safe.
 */
public final class HighLevelTransactions implements PaymentSource {
    private static final int PAGE = 100;

    private final MembershipsClient client;
    private final String event;
    private final String occurrence;

    private HighLevelTransactions(MembershipsClient client, String event, String occurrence) {
        this.client = client;
        this.event = event;
        this.occurrence = occurrence;
    }

    /** The payments of this client's location, for the registrations of an event. */
    public static HighLevelTransactions of(MembershipsClient client, String event, String occurrence) {
        return new HighLevelTransactions(client, event, occurrence);
    }

    @Override
    public String system() {
        return "highlevel";
    }

    @Override
    public String event() {
        return event;
    }

    @Override
    public String occurrence() {
        return occurrence;
    }

    /** {@inheritDoc} The newest of a contact is known at the end of the list only, so it is read whole before the first page. */
    @Override
    public Iterable<List<PaymentSighting>> payments() {
        List<Transaction> rows = new ArrayList<>();
        Map<String, Transaction> newest = new HashMap<>();
        client.transactions().list(TransactionQuery.all().live(true)).stream()
                .filter(HighLevelTransactions::counts)
                .forEach(row -> {
                    rows.add(row);
                    if (HighLevelPayments.ownKey(client, row).isEmpty()) {
                        newest.merge(row.contactId().orElse(""), row, HighLevelTransactions::later);
                    }
                });
        List<List<PaymentSighting>> pages = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PAGE) {
            pages.add(rows.subList(from, Math.min(rows.size(), from + PAGE)).stream()
                    .map(row -> sighting(row, newest))
                    .toList());
        }
        return pages;
    }

    /** A transaction is never deleted; no call. */
    @Override
    public boolean exists(String id) {
        return true;
    }

    @Override
    public PaymentSource inLane(Lane lane) {
        return new HighLevelTransactions(client.inLane(lane), event, occurrence);
    }

    private static boolean counts(Transaction row) {
        boolean succeeded = row.status()
                .filter(status ->
                        status.equals(TransactionStatus.SUCCEEDED) || status.equals(TransactionStatus.REFUNDED))
                .isPresent();
        return succeeded && row.amount().filter(amount -> amount.signum() > 0).isPresent();
    }

    private static Transaction later(Transaction one, Transaction other) {
        Instant first = one.createdAt().orElse(Instant.EPOCH);
        int order = first.compareTo(other.createdAt().orElse(Instant.EPOCH));
        return order > 0 || (order == 0 && one.id().compareTo(other.id()) > 0) ? one : other;
    }

    private PaymentSighting sighting(Transaction row, Map<String, Transaction> newest) {
        boolean tells = row.contactId().map(newest::get).filter(row::equals).isPresent();
        return new PaymentSighting(
                row.id(),
                "memberships",
                row.currency().orElse(""),
                row.amount().orElse(BigDecimal.ZERO),
                row.amount(),
                row.amountRefunded().orElse(BigDecimal.ZERO),
                Optional.<PaymentState>empty(),
                "",
                row.contactId(),
                Optional.ofNullable(row.extra().get("mergedFromContactId")).map(String::valueOf),
                List.of(),
                0,
                HighLevelPayments.ownKey(client, row),
                tells);
    }
}
