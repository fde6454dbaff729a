package dev.membersync.sync.cluster;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scheduler of a node. Each tenant is an execution of one task, and running it is the shift: it goes on until the shift
 * ends, shows signs of life meanwhile, and is due again at once. An execution without a sign for half of the lease is dead,
 * which some node notices within a quarter of it.
 */
final class Shifts {
    /** The name of the task. */
    static final String TASK = "shift";

    private static final Logger LOG = LoggerFactory.getLogger(Shifts.class);
    private static final int SIGNS_IN_A_LEASE = 8;
    private static final int MISSED_SIGNS = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Register register;
    private final Consumer<String> work;
    private final Consumer<ClusterEvent> news;
    private final Wanted wanted = new Wanted();
    private final Scheduler scheduler;

    /**
     * A scheduler that gives out nothing yet.
     *
     * @param tenants how many shifts there may be at once
     * @param work does the shift of a tenant until it ends; what it throws is a failure of the tenant
     */
    Shifts(
            Register register,
            ClusterSettings settings,
            int tenants,
            Consumer<String> work,
            Consumer<ClusterEvent> news) {
        this.register = register;
        this.work = work;
        this.news = news;
        this.scheduler = Scheduler.create(register.connections().dataSource(), task())
                .tableName(Register.SHIFTS)
                .schedulerName(new SchedulerName.Fixed(settings.id()))
                .clock(register::now)
                .jdbcCustomization(wanted)
                .threads(tenants)
                .pollUsingFetch(0.5, 1.0)
                .pollingInterval(settings.step())
                .heartbeatInterval(settings.lease().dividedBy(SIGNS_IN_A_LEASE))
                .missedHeartbeatsLimit(MISSED_SIGNS)
                .shutdownMaxWait(settings.grace().plus(PATIENCE))
                .executorService(Executors.newCachedThreadPool(named("membersync-shift")))
                .dueExecutor(single("membersync-shifts-due"))
                .housekeeperExecutor(Executors.newScheduledThreadPool(3, named("membersync-shifts")))
                .build();
    }

    /** How long a node, or an execution, counts as alive after its last sign. */
    static Duration alive(Duration lease) {
        return lease.dividedBy(SIGNS_IN_A_LEASE).multipliedBy(MISSED_SIGNS);
    }

    /** How long a tenant is left alone that has failed so many times in a row. */
    static Duration wait(int failures) {
        Duration wait = FIRST_WAIT;
        for (int i = 1; i < failures && wait.compareTo(LONGEST_WAIT) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    void start() {
        scheduler.start();
    }

    /** From now on this node takes these tenants as soon as they are due, and no others. */
    void want(Set<String> tenants) {
        if (wanted.are(tenants)) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Takes no more, and waits for the shifts that were told to end. */
    void stop() {
        scheduler.stop();
    }

    private CustomTask<Void> task() {
        return Tasks.custom(TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailure(this::failed)
                .execute((tenant, context) -> {
                    work.accept(tenant.getId());
                    return ended();
                });
    }

    private CompletionHandler<Void> ended() {
        return (complete, row) -> again(complete, row, register.now());
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> row) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        Instant next = register.now().plus(wait(failures));
        String reason = complete.getCause()
                .map(cause -> cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage())
                .orElse("");
        again(complete, row, next);
        news.accept(new ClusterEvent.Failed(complete.getExecution().taskInstance.getId(), reason, failures, next));
    }

    /** The row of a shift that was lost belongs to somebody else. */
    private static void again(ExecutionComplete complete, ExecutionOperations<Void> row, Instant at) {
        try {
            row.reschedule(complete, at);
        } catch (RuntimeException lost) {
            LOG.info(
                    "the shift of {} was not handed back: {}",
                    complete.getExecution().taskInstance.getId(),
                    lost.getMessage());
        }
    }

    private static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(named(name));
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Lets the scheduler see only what the node wants. */
    private static final class Wanted extends PostgreSqlJdbcCustomization {
        private volatile Set<String> tenants = Set.of();

        private Wanted() {
            super(false, false);
        }

        /** @return whether there is anything to take */
        boolean are(Set<String> names) {
            tenants = Set.copyOf(names);
            return !names.isEmpty();
        }

        /** The names were checked when the cluster was built: they hold no quote. */
        @Override
        public String createSelectDueQuery(String table, int limit, String and, boolean byPriority) {
            String names = String.join("','", new TreeSet<>(tenants));
            return super.createSelectDueQuery(
                    table, limit, and + " and task_instance in ('" + names + "')", byPriority);
        }
    }
}
