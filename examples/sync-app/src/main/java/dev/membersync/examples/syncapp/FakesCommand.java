package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Calls;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.RateRule;
import dev.membersync.testkit.SampleData;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Runs the test kit as two servers, in the foreground. */
final class FakesCommand implements Command {
    private static final int DEFAULT_MEMBERS = 120;
    private static final int MOST_PORTS = 65_535;

    @Override
    public String name() {
        return "fakes";
    }

    @Override
    public String summary() {
        return "both services of the test kit, until standard input closes";
    }

    @Override
    public Set<Option> options() {
        return Set.of(
                Option.MEMBERSHIPS_PORT,
                Option.ACCELEVENTS_PORT,
                Option.PROFILE,
                Option.SEED,
                Option.MEMBERS,
                Option.RATE,
                Option.SCRIPT);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        long seed = args.whole(Option.SEED, Long.MIN_VALUE, Long.MAX_VALUE, 1);
        int members = (int) args.whole(Option.MEMBERS, 0, 1_000_000, DEFAULT_MEMBERS);
        int left = (int) args.whole(Option.MEMBERSHIPS_PORT, 0, MOST_PORTS, 0);
        int right = (int) args.whole(Option.ACCELEVENTS_PORT, 0, MOST_PORTS, 0);
        RateRule rate = args.text(Option.RATE).map(FakesCommand::rate).orElseGet(RateRule::none);
        Dialect dialect = args.text(Option.PROFILE).map(FakesCommand::dialect).orElse(Dialect.STANDARD);
        try (Fakes fakes = Fakes.start(dialect, SampleData.of(seed, members), seed, rate, left, right)) {
            args.text(Option.SCRIPT)
                    .ifPresent(file -> console.line(Script.apply(file, fakes) + " requests of " + file + " applied"));
            Map<String, Object> facts = facts(fakes);
            tell(fakes, dialect, console);
            console.facts(new Outcome(Exit.DONE, Counts.NONE, Calls.NONE, facts).json(name(), 0));
            try (Hold hold = Hold.open(surroundings)) {
                hold.untilEnd();
            }
        }
        return Outcome.of(Exit.DONE).saidAlready();
    }

    private static void tell(Fakes fakes, Dialect dialect, Console console) {
        console.line("Memberships API  " + fakes.membershipsUrl() + "  admin door " + fakes.membershipsUrl()
                + "/__admin/  key " + FakeMemberships.DEFAULT_KEY + "  (reading only: " + Fakes.READING_KEY + ")");
        console.line("Accelevents      " + fakes.acceleventsUrl() + "  admin door " + fakes.acceleventsUrl()
                + "/__admin/  key " + FakeAccelevents.DEFAULT_KEY + "  event " + SampleData.EVENT);
        if (dialect == Dialect.HIGHLEVEL) {
            console.line("HighLevel        location " + Dialect.LOCATION + "  app " + Dialect.CLIENT_ID + "  secret "
                    + Dialect.CLIENT_SECRET + "  (codes: POST /__admin/oauth/codes)");
        }
        console.line("ready");
    }

    private static Map<String, Object> facts(Fakes fakes) {
        return Facts.map(
                "memberships",
                Facts.map(
                        "url",
                        fakes.membershipsUrl(),
                        "apiKey",
                        FakeMemberships.DEFAULT_KEY,
                        "readingKey",
                        Fakes.READING_KEY,
                        "admin",
                        fakes.membershipsUrl() + "/__admin/"),
                "accelevents",
                Facts.map(
                        "url",
                        fakes.acceleventsUrl(),
                        "apiKey",
                        FakeAccelevents.DEFAULT_KEY,
                        "eventUrl",
                        SampleData.EVENT,
                        "admin",
                        fakes.acceleventsUrl() + "/__admin/"));
    }

    private static Dialect dialect(String text) {
        return switch (text) {
            case "standard" -> Dialect.STANDARD;
            case "highlevel" -> Dialect.HIGHLEVEL;
            default -> throw AppException.usage("--profile takes standard or highlevel");
        };
    }

    private static RateRule rate(String text) {
        if (!text.matches("[1-9]\\d{0,6}/[1-9]\\d{0,4}")) {
            throw AppException.usage("--rate takes calls and seconds, such as 100/10");
        }
        int slash = text.indexOf('/');
        return RateRule.of(
                Integer.parseInt(text.substring(0, slash)),
                Duration.ofSeconds(Long.parseLong(text.substring(slash + 1))));
    }
}
