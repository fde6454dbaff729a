package dev.membersync.sync.adapter;

import dev.membersync.client.policy.Lane;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.invoice.Invoice;
import dev.membersync.memberships.invoice.InvoicePayment;
import dev.membersync.memberships.invoice.InvoiceQuery;
import dev.membersync.memberships.invoice.InvoiceStatus;
import dev.membersync.memberships.payment.Order;
import dev.membersync.memberships.payment.OrderPayment;
import dev.membersync.memberships.payment.OrderQuery;
import dev.membersync.memberships.payment.Transaction;
import dev.membersync.memberships.payment.TransactionQuery;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.MoneyException;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.Telling;
import dev.membersync.sync.record.TicketRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Payments on HighLevel: what was collected elsewhere is recorded, mode {@code other}, on a paper of the contact that a rule
 * names (SPEC, memberships-api.md 2.5 P3, 2.6 I7). The service knows no key of a payment, so ours goes into {@code meta} and
 * {@code notes}, and the transactions of the paper are read before anything is written (LIVE: the vendor's issue 46 for
 * their filter). There is no endpoint for refunds. Thread-safe.
 */
public final class HighLevelPayments implements PaymentSink {
    /** The key in {@code meta} that holds ours. */
    public static final String META = "membersyncKey";

    private static final String MARK = "[membersync ";

    private final MembershipsClient client;
    private final RecordOn paper;
    private final Duration horizon;

    private HighLevelPayments(MembershipsClient client, RecordOn paper, Duration horizon) {
        this.client = client;
        this.paper = paper;
        this.horizon = horizon;
    }

    /** The payments of this client's location, recorded on papers of this name; lost answers rest two minutes. */
    public static HighLevelPayments of(MembershipsClient client, RecordOn paper) {
        return new HighLevelPayments(client, paper, Duration.ofMinutes(2));
    }

    /** The same, where lists lag by more or less than what two minutes cover (INFER: the vendor says nothing). */
    public HighLevelPayments withHorizon(Duration time) {
        return new HighLevelPayments(client, paper, time);
    }

    @Override
    public String system() {
        return "memberships";
    }

    @Override
    public Duration horizon() {
        return horizon;
    }

    @Override
    public PaymentSink inLane(Lane lane) {
        return new HighLevelPayments(client.inLane(lane), paper, horizon);
    }

    @Override
    public Told tell(PaymentRow row, int number, Optional<TicketRef> registration) {
        Telling telling = row.telling().orElseThrow();
        Money net = telling.net();
        Money known = row.told().map(Telling::net).orElse(new Money(0, net.currency()));
        if (net.minus(known).signum() < 0) {
            throw new ByHandException("the Memberships side has no endpoint for refunds: give " + known.minus(net)
                    + " back there by hand, so that " + net + " are left, and answer value=booked");
        }
        if (net.equals(known)) {
            return Told.RECORDED;
        }
        Paper on = paper(telling);
        Money more = net.minus(known).minus(landed(on, row, number));
        if (more.signum() < 0) {
            throw new ByHandException(more.negated() + " more than " + net + " are on record at " + on.id()
                    + ": give them back there by hand and answer value=booked");
        }
        if (more.signum() == 0) {
            return Told.KNOWN;
        }
        record(on, row, more, row.key() + "#" + number);
        return Told.RECORDED;
    }

    private Paper paper(Telling telling) {
        List<Paper> found = (paper.kind() == RecordOn.Kind.INVOICE ? invoices(telling) : orders(telling)).toList();
        String what = paper.kind() == RecordOn.Kind.INVOICE ? "invoice" : "order";
        if (found.size() != 1) {
            throw new ByHandException("the contact has " + found.size() + " " + what + "s named \"" + paper.name()
                    + "\" and one is needed; see recordOn");
        }
        if (!found.get(0).currency().equalsIgnoreCase(telling.net().code())) {
            throw new ByHandException(what + " " + found.get(0).id() + " of the contact is in another currency");
        }
        return found.get(0);
    }

    private Stream<Paper> invoices(Telling telling) {
        return client.invoices().list(InvoiceQuery.all().contact(telling.userId())).stream()
                .filter(invoice -> Stream.of(invoice.title(), invoice.name())
                        .flatMap(Optional::stream)
                        .anyMatch(paper.name()::equals))
                .filter(invoice ->
                        invoice.status().filter(InvoiceStatus.VOID::equals).isEmpty())
                .map(HighLevelPayments::paper);
    }

    private static Paper paper(Invoice invoice) {
        return new Paper(
                invoice.id(), invoice.currency().orElse(""), invoice.total().orElse(BigDecimal.ZERO));
    }

    private Stream<Paper> orders(Telling telling) {
        return client.orders().list(OrderQuery.all().contact(telling.userId())).stream()
                .filter(order ->
                        order.source().name().filter(paper.name()::equals).isPresent())
                .map(HighLevelPayments::paper);
    }

    private static Paper paper(Order order) {
        return new Paper(order.id(), order.currency().orElse(""), order.amount().orElse(BigDecimal.ZERO));
    }

    /** What this telling and those after it, of which a lost store knows nothing, have on record already. */
    private Money landed(Paper on, PaymentRow row, int number) {
        BigDecimal sum = client.transactions().list(TransactionQuery.all().entity(on.id())).stream()
                .filter(one -> ownKey(client, one)
                        .filter(key -> number(key, row.key()) >= number)
                        .isPresent())
                .map(one -> one.amount()
                        .orElse(BigDecimal.ZERO)
                        .subtract(one.amountRefunded().orElse(BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        try {
            return Money.of(sum, row.telling().orElseThrow().net().code());
        } catch (MoneyException unreadable) {
            throw new ByHandException("what is on record at " + on.id() + " cannot be added up: "
                    + unreadable.getMessage() + "; book it by hand and answer value=booked");
        }
    }

    /** The number of the telling whose key this is; 0 when it is another payment's. */
    private static int number(String key, String payment) {
        String rest = key.startsWith(payment + "#") ? key.substring(payment.length() + 1) : "0";
        return rest.matches("\\d{1,9}") ? Integer.parseInt(rest) : 0;
    }

    /** Lists need not show meta and notes (SPEC), details do. */
    static Optional<String> ownKey(MembershipsClient client, Transaction row) {
        boolean isShown = row.extra().containsKey("meta") || row.extra().containsKey("notes");
        // What a card processor collected is none of ours.
        Transaction shown = isShown || row.chargeId().isPresent()
                ? row
                : client.transactions().transaction(row.id()).execute();
        return key(shown);
    }

    /** Our key on a transaction, if it is one that we recorded. */
    static Optional<String> key(Transaction row) {
        if (row.extra().get("meta") instanceof Map<?, ?> meta && meta.get(META) instanceof String key) {
            return Optional.of(key);
        }
        String notes = String.valueOf(row.extra().get("notes"));
        int mark = notes.indexOf(MARK);
        int end = notes.indexOf(']', mark + 1);
        return mark < 0 || end < 0 ? Optional.empty() : Optional.of(notes.substring(mark + MARK.length(), end));
    }

    private void record(Paper on, PaymentRow row, Money more, String key) {
        String order = row.standing().order();
        String notes = "Collected by Accelevents, order " + order + "; a memo, no money was collected here. " + MARK
                + key + "]";
        Map<String, String> meta = Map.of(META, key, "collectedBy", "accelevents", "order", order);
        if (paper.kind() == RecordOn.Kind.INVOICE) {
            client.invoices()
                    .recordPayment(
                            on.id(),
                            InvoicePayment.other(notes).amount(more.decimal()).meta(meta))
                    .execute();
            return;
        }
        OrderPayment payment =
                OrderPayment.other().amount(more.decimal()).notes(notes).meta(meta);
        boolean partial = row.telling().orElseThrow().net().decimal().compareTo(on.total()) < 0;
        client.orders()
                .recordPayment(on.id(), partial ? payment.partial() : payment)
                .execute();
    }
}
