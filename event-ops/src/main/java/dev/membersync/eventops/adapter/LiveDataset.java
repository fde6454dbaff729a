package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.attendee.AttendeeQuery;
import dev.membersync.accelevents.feed.Census;
import dev.membersync.accelevents.order.OrderQuery;
import dev.membersync.client.policy.Lane;
import dev.membersync.eventops.analytics.Dataset;
import dev.membersync.eventops.analytics.LedgerFacts;
import dev.membersync.eventops.analytics.MemberFact;
import dev.membersync.eventops.analytics.OwnFacts;
import dev.membersync.eventops.analytics.ScanFact;
import dev.membersync.eventops.analytics.ScanSource;
import dev.membersync.eventops.analytics.Source;
import dev.membersync.sync.ReconciliationReport;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TicketWorkflowConfig;
import dev.membersync.sync.config.WorkflowConfig;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.SyncStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads both services into a {@link Dataset}; reads only. Immutable and safe for many threads.
 *
 * <p>Calls: one for the event, two for its ticket types, a page of each 100 attendees, orders and members. All ask the rate
 * budget as {@link Lane#BACKFILL}. In memory are the facts, never a name or an address: persons become pseudonyms, keyed
 * with the key of the store, while a page is read.
 *
 * <p>The holder of a ticket is a member when a link of the synchronisation says so, else when our note on the order does,
 * else when exactly one member has the address. An attendee whom no order shows, an import, has no money at Accelevents.
 */
public final class LiveDataset {
    private final EventScope event;
    private final MemberDirectory members;
    private final StoreKey key;
    private final InstantSource time;
    private final DatasetRules rules;
    private final Optional<SyncStore> store;
    private final List<Scope> scopes;
    private final Function<ZoneId, List<ReconciliationReport>> ledger;
    private final Optional<ScanSource> scans;
    private final Optional<OwnFacts> own;

    private LiveDataset(
            EventScope event,
            MemberDirectory members,
            StoreKey key,
            InstantSource time,
            DatasetRules rules,
            Optional<SyncStore> store,
            List<Scope> scopes,
            Function<ZoneId, List<ReconciliationReport>> ledger,
            Optional<ScanSource> scans,
            Optional<OwnFacts> own) {
        this.event = event;
        this.members = members;
        this.key = key;
        this.time = time;
        this.rules = rules;
        this.store = store;
        this.scopes = scopes;
        this.ledger = ledger;
        this.scans = scans;
        this.own = own;
    }

    /** The event and the members, without a synchronisation. */
    public static LiveDataset of(EventScope event, MemberDirectory members, StoreKey key, InstantSource time) {
        return new LiveDataset(
                event.inLane(Lane.BACKFILL),
                members.inLane(Lane.BACKFILL),
                key,
                time,
                DatasetRules.standard(),
                Optional.empty(),
                List.of(),
                zone -> List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The event of a workflow, with the links of all workflows about its tickets and the ledger of those about its payments.
     */
    public static LiveDataset of(Tenant tenant, WorkflowConfig workflow, InstantSource time) {
        EventScope event = tenant.event(workflow);
        return of(event, tenant.members(), tenant.key(), time)
                .withLinks(tenant.store(), scopes(tenant, workflow))
                .withLedger(zone -> tenant.engine().reconcile(zone, ReconciliationRules.standard()).stream()
                        .filter(report -> report.event().equals(workflow.event()))
                        .toList());
    }

    /** Whose links are about the tickets of the event of a workflow. */
    static List<Scope> scopes(Tenant tenant, WorkflowConfig workflow) {
        return tenant.config().workflows().stream()
                .filter(one -> one instanceof TicketWorkflowConfig
                        && one.event().equals(workflow.event())
                        && one.occurrence() == workflow.occurrence())
                .map(one -> new Scope(
                        tenant.members().account(),
                        one.event(),
                        one.occurrence() == 0 ? "" : String.valueOf(one.occurrence()),
                        one.id()))
                .toList();
    }

    /** The same with other rules. */
    public LiveDataset with(DatasetRules other) {
        return new LiveDataset(event, members, key, time, other, store, scopes, ledger, scans, own);
    }

    /** The same with the links of a synchronisation. */
    public LiveDataset withLinks(SyncStore links, List<Scope> of) {
        return new LiveDataset(
                event, members, key, time, rules, Optional.of(links), List.copyOf(of), ledger, scans, own);
    }

    /** The same with reconciliations, given the zone of the event. */
    public LiveDataset withLedger(Function<ZoneId, List<ReconciliationReport>> reports) {
        return new LiveDataset(event, members, key, time, rules, store, scopes, reports, scans, own);
    }

    /** The same with the scans at the door. */
    public LiveDataset withScans(ScanSource source) {
        return new LiveDataset(event, members, key, time, rules, store, scopes, ledger, Optional.of(source), own);
    }

    /** The same with what only the organiser knows; {@link #pseudonym} makes its persons. */
    public LiveDataset withOwn(OwnFacts facts) {
        return new LiveDataset(event, members, key, time, rules, store, scopes, ledger, scans, Optional.of(facts));
    }

    /** The pseudonym of a member, for facts of the organiser's own. */
    public String pseudonym(String userId) {
        return new People(key).member(userId);
    }

    /** The pseudonym of somebody who is no member, by the address of the registration. */
    public String pseudonymOfAddress(String email) {
        return new People(key)
                .address(email)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the text is no e-mail address, so nobody can be recognised by it"));
    }

    /**
     * Reads everything once.
     *
     * @throws dev.membersync.client.error.ApiException when a service refuses or is down; lists are complete or an error
     */
    public Dataset read() {
        Instant asOf = time.instant();
        EventLook look = EventLook.of(event, rules);
        People people = new People(key);
        Instant membersAt = time.instant();
        List<MemberFact> facts = members(people, membersAt);
        store.ifPresent(links -> people.links(links, scopes));
        Instant ticketsAt = time.instant();
        TicketRows rows = new TicketRows(people, rules, look.currency());
        Census.of(
                        "attendees.list",
                        event.attendees().list(AttendeeQuery.ALL.withPageSize(rules.pageSize())),
                        TicketRows::key)
                .forEachRemaining(page -> page.items().forEach(rows::attendee));
        Census.of(
                        "orders.list",
                        event.orders().list(OrderQuery.ALL.withPageSize(rules.pageSize())),
                        order -> order.id())
                .forEachRemaining(page -> page.items().forEach(rows::order));
        Dataset data = Dataset.of(look.fact(), asOf, rows.registrations(), ticketsAt)
                .withRead(Source.EVENT, asOf)
                .withMembers(facts, membersAt);
        data = withLedger(data, look.fact().zone());
        Instant scannedAt = time.instant();
        Optional<List<ScanFact>> scanned = scans.map(source -> source.scans(event.url()));
        data = scanned.isPresent() ? data.withScans(scanned.get(), scannedAt) : data;
        return own.isPresent() ? data.withOwn(own.get(), asOf) : data;
    }

    private List<MemberFact> members(People people, Instant readAt) {
        Map<String, MemberFact> facts = new LinkedHashMap<>();
        for (List<Member> page : members.pages()) {
            for (Member member : page) {
                people.know(member);
                if (rules.inScope().test(member)) {
                    String status = text(member.status());
                    facts.put(
                            people.member(member.userId()),
                            new MemberFact(
                                    people.member(member.userId()),
                                    status,
                                    rules.currentStatuses()
                                            .contains(status.strip().toLowerCase(Locale.ROOT)),
                                    readAt,
                                    member.planId().text(),
                                    rules.joined().apply(member)));
                }
            }
        }
        return List.copyOf(facts.values());
    }

    private Dataset withLedger(Dataset data, ZoneId zone) {
        List<ReconciliationReport> reports = ledger.apply(zone);
        Optional<Instant> read = reports.stream()
                .map(ReconciliationReport::lastRead)
                .map(Map::values)
                .flatMap(Collection::stream)
                .min(Comparator.naturalOrder());
        if (read.isEmpty()) {
            return data;
        }
        List<LedgerFacts.Share> shares = new ArrayList<>();
        List<LedgerFacts.OpenException> open = new ArrayList<>();
        reports.forEach(report -> {
            report.report()
                    .agreements()
                    .forEach(one -> shares.add(new LedgerFacts.Share(
                            one.expected().currency(),
                            one.matched().minor(),
                            one.expected().minor(),
                            one.matchedPayments(),
                            one.payments())));
            report.report()
                    .discrepancies()
                    .forEach(one ->
                            open.add(new LedgerFacts.OpenException(one.kind().name(), one.since())));
        });
        return data.withLedger(LedgerFacts.of(shares, open), read.get());
    }

    private static String text(Value value) {
        return value.text().orElse("");
    }
}
