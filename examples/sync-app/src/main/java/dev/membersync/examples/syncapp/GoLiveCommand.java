package dev.membersync.examples.syncapp;

import java.util.Set;

/** The way to go-live in one command. */
final class GoLiveCommand implements Command {
    private static final long CANARY = 25;

    @Override
    public String name() {
        return "go-live";
    }

    @Override
    public String summary() {
        return "doctor, plan, canary, verify, sync, verify, coverage; stop at the first that does not pass";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.CANARY, Option.APPROVE, Option.EVIDENCE, Option.DEEP);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        long canary = args.whole(Option.CANARY, 1, 1_000_000, CANARY);
        return Session.run(
                args,
                console,
                surroundings,
                tenant -> new GoLive(
                                tenant,
                                Evidence.of(args, tenant, surroundings),
                                surroundings.time(),
                                console,
                                canary,
                                args.has(Option.DEEP),
                                SyncCommand.approvals(args))
                        .run());
    }
}
