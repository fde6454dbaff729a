package dev.membersync.eventops.config;

import dev.membersync.eventops.adapter.AcceleventsAnswers;
import dev.membersync.eventops.adapter.AcceleventsEnds;
import dev.membersync.eventops.adapter.CheckInRevocation;
import dev.membersync.eventops.adapter.MembershipsRecords;
import dev.membersync.eventops.privacy.Erasure;
import dev.membersync.eventops.privacy.ErasureOptions;
import dev.membersync.eventops.privacy.ErasureSaga;
import dev.membersync.eventops.privacy.EventSide;
import dev.membersync.eventops.privacy.PersonalData;
import dev.membersync.eventops.privacy.Progress;
import dev.membersync.eventops.privacy.Retention;
import dev.membersync.eventops.privacy.SubjectExport;
import dev.membersync.eventops.privacy.SystemResult;
import dev.membersync.eventops.store.JdbcCheckInRecords;
import dev.membersync.eventops.store.JdbcCheckInStore;
import dev.membersync.eventops.store.JdbcErasureBooks;
import dev.membersync.sync.config.PaymentsConfig;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TicketWorkflowConfig;
import dev.membersync.sync.config.WorkflowConfig;
import dev.membersync.sync.store.Scope;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Erasure and export for one tenant: everything that its file names. Thread-safe. While a plan of the tenant runs, an
 * erasure fails with a {@link dev.membersync.sync.store.StoreException} and goes on when it is asked to again.
 */
public final class PrivacyOffice {
    private final ErasureSaga saga;
    private final SubjectExport export;
    private final Retention retention;

    private PrivacyOffice(ErasureSaga saga, SubjectExport export, Retention retention) {
        this.saga = saga;
        this.export = export;
        this.retention = retention;
    }

    /**
     * The office of a tenant. Sends nothing; makes its tables where there are none.
     *
     * @param random where ids come from; a {@link java.security.SecureRandom} outside of tests
     */
    public static PrivacyOffice open(Tenant tenant, ErasureConfig config, InstantSource clock, RandomGenerator random) {
        Map<String, EventSide> events = new LinkedHashMap<>();
        tenant.config().workflows().forEach(workflow -> {
            EventSide event = AcceleventsAnswers.of(tenant.event(workflow));
            events.put(event.place(), event);
        });
        List<JdbcCheckInStore> checkIns = events.keySet().stream()
                .map(place -> JdbcCheckInStore.open(tenant.store(), place))
                .toList();
        List<Scope> scopes = tenant.config().workflows().stream()
                .flatMap(workflow -> scopes(tenant, workflow))
                .toList();
        PersonalData data = PersonalData.of(
                tenant.store(),
                tenant.key(),
                scopes,
                MembershipsRecords.of(tenant.memberships(), tenant.members()),
                List.copyOf(events.values()),
                new CheckInRevocation(checkIns, clock));
        ErasureOptions options = new ErasureOptions(
                JdbcErasureBooks.open(tenant.store()), tenant.key(), config.policy(), config.receipts(), clock, random);
        Retention retention = new Retention(
                tenant.store(),
                scopes,
                AcceleventsEnds.of(tenant.accelevents()),
                JdbcCheckInRecords.open(tenant.store()),
                config.keepFor(),
                clock);
        return new PrivacyOffice(ErasureSaga.of(data, options), new SubjectExport(data), retention);
    }

    /** Where the workflow remembers what it knows of people. */
    private static Stream<Scope> scopes(Tenant tenant, WorkflowConfig workflow) {
        String occurrence = workflow.occurrence() == 0 ? "" : Long.toString(workflow.occurrence());
        Stream<String> ids = workflow instanceof TicketWorkflowConfig
                ? Stream.of(workflow.id())
                : workflow instanceof PaymentsConfig
                        ? Stream.of(workflow.id(), workflow.id() + "-to-event")
                        : Stream.of();
        return ids.map(id -> new Scope(tenant.members().account(), workflow.event(), occurrence, id));
    }

    /** What an erasure of this person would do; reads only. */
    public List<SystemResult> plan(String userId) {
        return saga.plan(userId);
    }

    /** Freezes the person and writes the erasure down; nothing is erased before the grace is over. */
    public Erasure request(String userId) {
        return saga.request(userId);
    }

    /** Goes on with the erasure of this person as far as it goes now; empty when none is under way. */
    public Optional<Progress> advance(String userId) {
        return saga.advance(userId);
    }

    /** Goes on with every erasure; to be called again and again, such as once an hour. */
    public List<Progress> advance() {
        return saga.advance();
    }

    /** Takes an erasure back whose grace is not over; false when there is none. */
    public boolean cancel(String userId) {
        return saga.cancel(userId);
    }

    /** Writes what is held of a person into a file that its owner alone can read; where it is. */
    public Path export(String userId, Path folder, String name) {
        return export.write(userId, folder, name);
    }

    /** Deletes what is remembered of events that are long over. One call for each event that is remembered. */
    public List<Retention.Line> retire() {
        return retention.run();
    }

    /** What {@link #retire} would delete; deletes nothing. */
    public List<Retention.Line> rehearseRetiring() {
        return retention.rehearse();
    }
}
