package dev.membersync.examples.middleware;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.time.Time;
import dev.membersync.eventops.adapter.AcceleventsCheckIn;
import dev.membersync.eventops.checkin.CheckIn;
import dev.membersync.eventops.checkin.CheckInUploader;
import dev.membersync.eventops.checkin.IssueReport;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.checkin.ScanRequest;
import dev.membersync.eventops.checkin.ScanResult;
import dev.membersync.eventops.config.CheckInConfig;
import dev.membersync.eventops.config.IssueTicketsConfig;
import dev.membersync.eventops.config.TicketOffice;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.WorkflowConfig;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The doors of the event: books that follow the registrations, scans, and what Accelevents is told of them. Thread-safe. */
@Component
public final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final int AT_A_TIME = 200;

    private final Tenant tenant;
    private final Time time;
    private volatile @Nullable Open open;
    private volatile List<IssuedTicket> toDeliver = List.of();

    Doors(Tenant tenant, Time time) {
        this.tenant = tenant;
        this.time = time;
    }

    private record Open(TicketOffice office, CheckIn checkIn, CheckInUploader uploader) {}

    /** What the file says of the doors; empty when it has none, or nothing that issues tickets. */
    public Optional<CheckInConfig> config() {
        return first(IssueTicketsConfig.class).flatMap(issues -> first(CheckInConfig.class));
    }

    private <C extends WorkflowConfig> Optional<C> first(Class<C> type) {
        return tenant.config().workflows(type).stream().findFirst();
    }

    // snippet: doors
    /** Opens the doors where they are not open yet, which is one call, and brings the books in step. */
    void follow() {
        guarded("the registrations cannot be read", () -> {
            IssueReport report = opened().office().pass();
            toDeliver = report.toDeliver();
        });
    }

    /** Tells Accelevents who came. */
    void tell() {
        Open doors = open;
        if (doors != null) {
            guarded(
                    "Accelevents cannot be told who came",
                    () -> doors.uploader().pass(AT_A_TIME));
        }
    }

    /** Decides about a code and keeps the scan; empty while the doors are not open. */
    public Optional<ScanResult> scan(ScanRequest request) {
        return Optional.ofNullable(open).map(doors -> doors.checkIn().scan(request));
    }
    // end

    /** Some of the codes that wait to be handed out, which is for the application to do; whoever has one can enter. */
    public List<String> codes(int most) {
        Open doors = open;
        return doors == null
                ? List.of()
                : toDeliver.stream()
                        .limit(most)
                        .map(ticket -> doors.office().code(ticket).text())
                        .toList();
    }

    private synchronized Open opened() {
        Open now = open;
        if (now == null) {
            CheckInConfig config = config().orElseThrow();
            TicketOffice office =
                    TicketOffice.open(tenant, first(IssueTicketsConfig.class).orElseThrow(), time, new SecureRandom());
            CheckInUploader uploader = CheckInUploader.of(
                    office.store(), AcceleventsCheckIn.of(tenant.event(config).checkIn()), time);
            now = new Open(office, office.doors(config), uploader);
            open = now;
        }
        return now;
    }

    /** What fails is tried again at the next turn; the doors go on with the books as they are. */
    private void guarded(String failed, Runnable work) {
        try {
            work.run();
        } catch (ApiException e) {
            LOG.warn("{}: {}", failed, tenant.explain(e));
        }
    }
}
