package dev.membersync.examples.syncapp;

import dev.membersync.client.error.ApiException;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/** Opens what a configuration describes for the length of one command. */
final class Session {
    private Session() {}

    static Outcome run(Args args, Console console, Surroundings surroundings, Function<Tenant, Outcome> work) {
        String name = args.text(Option.CONFIG).orElse("membersync.yaml");
        try {
            return run(TenantConfig.read(Path.of(name), surroundings.environment()), console, surroundings, work);
        } catch (InvalidPathException e) {
            throw AppException.usage("--config takes the path of a file");
        }
    }

    static Outcome run(
            TenantConfig config, Console console, Surroundings surroundings, Function<Tenant, Outcome> work) {
        try (Tenant tenant = Tenant.open(config, new Progress(console, surroundings.time()), surroundings.time())) {
            try {
                return work.apply(tenant);
            } catch (ApiException e) {
                throw AppException.service(tenant.explain(e), e);
            }
        }
    }
}
