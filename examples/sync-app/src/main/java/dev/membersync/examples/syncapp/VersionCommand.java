package dev.membersync.examples.syncapp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class VersionCommand implements Command {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "the version of this application";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    static String version() {
        return Optional.ofNullable(SyncApp.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        String version = version();
        console.page("membersync " + version + "\n");
        Outcome done = Outcome.of(Exit.DONE);
        return new Outcome(done.exit(), done.counts(), done.calls(), Map.of("version", version));
    }
}
