package dev.membersync.examples.syncapp;

import java.util.List;

/** All commands, in the order of the help. */
final class Commands {
    private Commands() {}

    static List<Command> all() {
        return List.of(
                new DemoCommand(),
                new FakesCommand(),
                new DoctorCommand(),
                new PlanCommand(),
                new SyncCommand(),
                new VerifyCommand(),
                new GoLiveCommand(),
                new ReportCommand(),
                new LiveCommand(),
                new IssueTicketsCommand(),
                new CheckInCommand(),
                new PricingCommand(),
                new FollowUpCommand(),
                new EraseCommand(),
                new EvidenceCommand(),
                new ReviewCommand(),
                new DeadLettersCommand(),
                new ReplayCommand(),
                new MappingDocsCommand(),
                new HelpCommand(),
                new VersionCommand());
    }
}
