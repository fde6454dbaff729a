package dev.membersync.examples.middleware;

import dev.membersync.client.time.Time;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.config.TenantOptions;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.metrics.SyncMetrics;
import dev.membersync.sync.workflow.MembersToAttendees;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The library as beans. Spring closes them the other way round: the live run, then the tenant, which gives the store back. */
@Configuration(proxyBeanMethods = false)
final class TenantBeans {
    // snippet: config
    @Bean
    @Profile("!demo")
    TenantConfig tenantConfig(MiddlewareSettings settings, Environment environment) {
        return TenantConfig.read(Path.of(settings.config()), environment::getProperty);
    }
    // end

    // snippet: tenant
    @Bean
    Time time() {
        return Time.system();
    }

    @Bean
    SyncMetrics syncMetrics(MeterRegistry registry) {
        return SyncMetrics.of(registry, new SyncListener() {});
    }

    @Bean
    Tenant tenant(TenantConfig file, SyncMetrics metrics, Time time) {
        TenantConfig config = file.with(MembersToAttendees.ID, BadgeDesk.field());
        return Tenant.open(config, TenantOptions.at(time).telling(metrics));
    }

    @Bean
    LiveSync liveSync(Tenant tenant, SyncMetrics metrics) {
        LiveSync live = tenant.live();
        metrics.watch(live);
        return live;
    }

    @Bean
    HookHandler hookHandler(Tenant tenant, LiveSync live) {
        return tenant.hooks(live);
    }
    // end
}
