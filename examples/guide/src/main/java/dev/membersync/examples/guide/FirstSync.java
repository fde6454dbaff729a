package dev.membersync.examples.guide;

// snippet: program
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import java.nio.file.Path;

/** Prints what a first sync would do; nothing is written. */
public final class FirstSync {
    private FirstSync() {}

    public static void main(String[] args) {
        TenantConfig config = TenantConfig.read(Path.of("membersync.yaml"));
        try (Tenant tenant = Tenant.open(config)) {
            SyncPlan plan = tenant.engine().plan();
            plan.workflows().forEach(part -> part.operations().forEach(System.out::println));
        }
    }
}
// end
