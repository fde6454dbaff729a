package dev.membersync.sync.config;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.policy.RateLedger;
import dev.membersync.client.policy.RateState;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.sync.DailyTime;
import dev.membersync.sync.HygieneReport;
import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncEngineBuilder;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.adapter.MembershipsDirectory;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.document.MappingDocument;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.workflow.DuplicateHygiene;
import dev.membersync.sync.workflow.PaymentWorkflow;
import dev.membersync.sync.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a configuration describes, opened: clients, store, workflows and one engine. Thread-safe. Close it to
 * give the store back.
 */
public final class Tenant implements AutoCloseable {
    private static final String APPLICATION = "application ";
    private static final String HEARD = "genuine ";

    private final TenantConfig config;
    private final Clients clients;
    private final JdbcStore store;
    private final StoreKey key;
    private final MemberDirectory members;
    private final List<OpenedWorkflow> workflows;
    private final List<PaymentWorkflow> payments;
    private final SyncListener listener;
    private final Time time;
    private final SyncEngine engine;
    private final Set<String> genuine = ConcurrentHashMap.newKeySet();

    private Tenant(TenantConfig config, Clients clients, JdbcStore store, TenantOptions options) {
        this.config = config;
        this.clients = clients;
        this.store = store;
        this.listener = options.listener();
        this.time = options.time();
        this.members = MembershipsDirectory.of(clients.memberships(), account(config));
        this.workflows = open();
        this.key = key(config.store(), store);
        SyncEngineBuilder builder = SyncEngine.builder()
                .members(members)
                .store(store)
                .key(key)
                .listener(listener)
                .workers(options.workers())
                .time(time);
        if (config.store().rekey()) {
            builder.rekey();
        }
        workflows.forEach(opened -> builder.workflow(opened.workflow()));
        this.payments = new PaymentWays(config, clients, this::event).all();
        payments.forEach(builder::payments);
        if (workflows.isEmpty() && payments.isEmpty()) {
            throw config.keepsNothingInStep();
        }
        this.engine = builder.build();
    }

    /**
     * Opens a tenant with the time of this machine and nobody listening. Nothing is sent.
     *
     * @throws ConfigException when no workflow of the file keeps members and registrations in step
     * @throws dev.membersync.sync.store.StoreException when the store belongs to another process, its driver is missing
     *     (the message has the Maven coordinates) or it cannot be used
     */
    public static Tenant open(TenantConfig config) {
        return open(config, TenantOptions.at(Time.system()));
    }

    /** Opens a tenant; as {@link #open(TenantConfig)}, with this listener and time. */
    public static Tenant open(TenantConfig config, SyncListener listener, Time time) {
        return open(config, TenantOptions.at(time).telling(listener));
    }

    /** Opens a tenant; as {@link #open(TenantConfig)}, with these options. */
    public static Tenant open(TenantConfig config, TenantOptions options) {
        JdbcStore store = JdbcStore.open(config.store().url());
        try {
            Optional<RateLedger> ledger = options.ledger().or(store::ledger);
            Budgets budgets = Budgets.of(ledger, account(config), options.time());
            Clients clients = Clients.open(config, () -> tokens(config, store), budgets, options.time());
            try {
                return new Tenant(config, clients, store, options);
            } catch (RuntimeException e) {
                clients.close();
                throw e;
            }
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The engine over all workflows. */
    public SyncEngine engine() {
        return engine;
    }

    /** What it was opened with. */
    public TenantConfig config() {
        return config;
    }

    /** The typed client of the Memberships API, which shares its rate budget with the workflows. */
    public MembershipsClient memberships() {
        return clients.memberships();
    }

    /** The typed client of Accelevents, which shares its rate budget with the workflows. */
    public AcceleventsClient accelevents() {
        return clients.accelevents();
    }

    /** The members as the workflows see them. */
    public MemberDirectory members() {
        return members;
    }

    /** What the workflows remember; it belongs to the tenant and is closed with it. */
    public JdbcStore store() {
        return store;
    }

    /** The key of the store, which makes pseudonyms and seals. */
    public StoreKey key() {
        return key;
    }

    /**
     * Runs live from now on, as the file says; {@link LiveSync#start} starts it.
     *
     * @throws ConfigException when {@code live} has mistakes
     */
    public LiveSync live() {
        return engine.live(liveOptions());
    }

    /** What {@link #live} runs with: the poll interval of the file, and the smaller quota of a day that it names. */
    LiveOptions liveOptions() {
        LiveOptions options =
                LiveOptions.standard().pollingEvery(config.live().get().pollEvery());
        return Stream.of(config.memberships().rate(), config.accelevents().rate())
                .flatMapToInt(rate -> rate.daily().stream())
                .min()
                .stream()
                .mapToObj(options::withDailyCalls)
                .findFirst()
                .orElse(options);
    }

    /**
     * The hooks of a live run: {@code /hooks/memberships}, and with a secret {@code /hooks/accelevents/SECRET} and {@code
     * /hooks/generic}.
     */
    public HookHandler hooks(LiveSync live) {
        return TenantHooks.of(config, live.intake(), this::heard, time);
    }

    /**
     * Tells the listener of a delivery. The first genuine one to a path is remembered, because it proves the sender's key,
     * which nobody else can do.
     */
    public void heard(LiveEvent event) {
        listener.live(event);
        if (event instanceof LiveEvent.Hooked hooked
                && HookProof.isGenuine(hooked.outcome())
                && genuine.add(hooked.source())
                && remembered(HEARD + hooked.source()).isEmpty()) {
            remember(HEARD + hooked.source(), time.instant().toString());
        }
    }

    /** The reports that the file asks for once a day. */
    public List<NightlyConfig> nightly() {
        return config.workflows(NightlyConfig.class);
    }

    /** Likely duplicates and broken links at the events of which the file asks for it; no call. */
    public List<HygieneReport> hygiene() {
        Set<List<String>> events = hygieneConfigs()
                .map(report -> List.of(report.event(), occurrence(report)))
                .collect(Collectors.toSet());
        return engine.hygiene().stream()
                .filter(report -> events.contains(List.of(report.event(), report.occurrence())))
                .toList();
    }

    /**
     * When a report is due: at the time of the file, by the clocks of its zone, else of the event, which is one call, else of
     * UTC.
     */
    public DailyTime daily(NightlyConfig report) {
        return new DailyTime(report.at(), report.zone().orElseGet(() -> zone(report)));
    }

    private ZoneId zone(NightlyConfig report) {
        String zone = event(report).details().page().execute().zone();
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** How much of the rate limits is used now, by service. */
    public Map<String, RateState> limits() {
        return clients.limits();
    }

    /** Looks whether everything is in place; reads only. */
    public Doctor doctor() {
        MembershipsClient client = clients.memberships();
        return new Doctor(
                config,
                store,
                members,
                workflows,
                payments,
                Rights.of(client, config),
                List.of(
                        () -> StoreRights.of(store),
                        () -> HookProof.of(config, time, path -> remembered(HEARD + path)),
                        () -> clients.clocks().entrySet().stream()
                                .map(clock -> ServiceClock.finding(clock.getKey(), clock.getValue()))
                                .toList()),
                this::explain);
    }

    /**
     * The documentation of every mapping as it runs; reads only. A form that this tenant has read before, as a run does, is
     * not read again.
     */
    public MappingDocument mappingDocument() {
        return MappingDocument.of(
                members, workflows.stream().map(OpenedWorkflow::workflow).toList());
    }

    /** The requests sent since it was opened. */
    public Calls calls() {
        return clients.calls();
    }

    /** What only the holder of the store's key can make of a content, as {@link StoreKey#seal}. */
    public String seal(String purpose, byte[] content) {
        return key.seal(purpose, content);
    }

    /** What an application remembered in the store under this name. */
    public Optional<String> remembered(String name) {
        return store.inTransaction(Scope.NONE, tx -> tx.meta().find(APPLICATION + name));
    }

    /** Remembers a text in the store for the application; no personal data. */
    public void remember(String name, String text) {
        store.inTransaction(Scope.NONE, tx -> {
            tx.meta().put(APPLICATION + name, text);
            return true;
        });
    }

    /** A failed call in terms of the file: the key that decides about it, its line, and what to do. */
    public String explain(ApiException failure) {
        boolean right = clients.accelevents().operations().stream()
                .anyMatch(operation -> operation.id().equals(failure.operation()));
        return Blame.of(config, store.grantsFile(), right ? "accelevents" : "memberships", failure);
    }

    /** Gives the store back and stops all threads. */
    @Override
    public void close() {
        engine.close();
        clients.close();
        store.close();
    }

    private static StoreKey key(StoreConfig config, JdbcStore store) {
        return config.key()
                .map(secret -> StoreKey.ofSecret(secret.reveal()))
                .orElseGet(() -> beside(store, config.rekey()));
    }

    private static StoreKey beside(JdbcStore store, boolean rekey) {
        Path file = keyFile(store);
        if (!rekey && !Files.exists(file) && store.inTransaction(Scope.NONE, tx -> StoreKey.isKnown(tx.meta()))) {
            throw new StoreException("the key file " + file
                    + " is gone; restore it, or give it up with store.rekey: true, for one sync that"
                    + " writes nothing");
        }
        return StoreKey.ofFile(file, new SecureRandom());
    }

    private static TokenStore tokens(TenantConfig config, JdbcStore store) {
        TokenStore tokens = store.tokens(key(config.store(), store), new SecureRandom());
        store.keyFile()
                .ifPresent(key -> OldTokens.beside(key)
                        .moveTo(tokens, config.memberships().account()));
        return tokens;
    }

    private static Path keyFile(JdbcStore store) {
        return store.keyFile()
                .orElseThrow(() -> new StoreException("this store has no file to keep a key beside; set store.key"));
    }

    private List<OpenedWorkflow> open() {
        List<OpenedWorkflow> opened = new ArrayList<>();
        for (int i = 0; i < config.workflows().size(); i++) {
            if (config.workflows().get(i) instanceof TicketWorkflowConfig workflow && !readsWithAnother(workflow)) {
                opened.add(new OpenedWorkflow(i, workflow, watched(workflow)));
            }
        }
        return List.copyOf(opened);
    }

    /** A report about an event whose lists another workflow reads looks at those. */
    private boolean readsWithAnother(TicketWorkflowConfig workflow) {
        return workflow instanceof DuplicateHygieneConfig report
                && config.workflows(TicketWorkflowConfig.class).stream()
                        .filter(other -> !(other instanceof DuplicateHygieneConfig))
                        .anyMatch(report::isAbout);
    }

    private Workflow watched(TicketWorkflowConfig config) {
        Workflow workflow = config.workflow(desk(config));
        boolean reported = !(config instanceof DuplicateHygieneConfig)
                && hygieneConfigs().anyMatch(report -> report.isAbout(config));
        return reported ? DuplicateHygiene.watchedBy(workflow) : workflow;
    }

    private Stream<DuplicateHygieneConfig> hygieneConfigs() {
        return config.workflows(DuplicateHygieneConfig.class).stream();
    }

    private static String occurrence(WorkflowConfig workflow) {
        return workflow.occurrence() == 0 ? "" : String.valueOf(workflow.occurrence());
    }

    /** The event of a workflow, or its occurrence, at Accelevents. */
    public EventScope event(WorkflowConfig workflow) {
        EventScope event = clients.accelevents().event(workflow.event());
        return workflow.occurrence() == 0 ? event : event.occurrence(new OccurrenceId(workflow.occurrence()));
    }

    private TicketDesk desk(TicketWorkflowConfig workflow) {
        AcceleventsDesk desk = AcceleventsDesk.of(event(workflow));
        if (workflow.buyer().isEmpty()) {
            return desk;
        }
        Buyer buyer = workflow.buyer().get();
        return desk.withBuyer(buyer.firstName(), buyer.lastName(), buyer.email());
    }

    /** Links belong to the account, and one host serves many: a key may change, so the addresses name it. */
    private static String account(TenantConfig config) {
        return config.memberships().account() + " " + config.accelevents().baseUrl();
    }
}
