package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.eventops.adapter.CheckInScans;
import dev.membersync.eventops.adapter.LiveDataset;
import dev.membersync.eventops.analytics.Report;
import dev.membersync.eventops.analytics.ReportFormat;
import dev.membersync.eventops.config.CheckInConfig;
import dev.membersync.eventops.config.TicketOffice;
import dev.membersync.eventops.store.JdbcCheckInStore;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.WorkflowConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of each event of a file, read from both services, as files. */
final class EventFigures {
    private EventFigures() {}

    /** The reports of all events by their names, in the order of the file. */
    static Map<String, Report> read(Tenant tenant, Time time) {
        Map<String, Report> reports = new LinkedHashMap<>();
        for (WorkflowConfig workflow : tenant.config().workflows()) {
            reports.computeIfAbsent(
                    TicketOffice.name(workflow),
                    event -> Report.of(dataset(tenant, workflow, event, time).read()));
        }
        return reports;
    }

    /** The doors are known where the file has them: elsewhere nobody can say who was scanned. */
    private static LiveDataset dataset(Tenant tenant, WorkflowConfig workflow, String event, Time time) {
        LiveDataset dataset = LiveDataset.of(tenant, workflow, time);
        boolean doors = tenant.config().workflows().stream()
                .anyMatch(one ->
                        one instanceof CheckInConfig && TicketOffice.name(one).equals(event));
        return doors ? dataset.withScans(CheckInScans.of(JdbcCheckInStore.open(tenant.store(), event))) : dataset;
    }

    /** One file in each format for each report; those of an earlier run are replaced, each as a whole. */
    static List<String> write(Map<String, Report> reports, Path folder) {
        List<String> files = new ArrayList<>();
        reports.forEach((event, report) -> {
            String name = event.replaceAll("[^A-Za-z0-9._-]", "-");
            for (ReportFormat format : ReportFormat.values()) {
                files.add(write(folder, name + "." + format.extension(), format.write(report)));
            }
        });
        return files;
    }

    private static String write(Path folder, String name, String text) {
        Path file = folder.resolve(name);
        try {
            OwnerFile.folder(folder);
            OwnerFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
            return file.toString();
        } catch (IOException e) {
            throw AppException.usage("the figures cannot be written to " + file + "; check the folder of --figures");
        }
    }
}
