package dev.membersync.examples.syncapp;

import dev.membersync.client.error.ApiException;
import dev.membersync.eventops.config.PricingConfig;
import dev.membersync.eventops.config.PricingOffice;
import dev.membersync.eventops.pricing.PricingConflictException;
import dev.membersync.eventops.pricing.PricingEngine;
import dev.membersync.eventops.pricing.PricingNotices;
import dev.membersync.eventops.pricing.PricingPlan;
import dev.membersync.eventops.pricing.PricingReport;
import dev.membersync.eventops.pricing.Route;
import dev.membersync.eventops.pricing.SideException;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Evaluates the rules of prices, places and codes on both services, and carries them out as far as the file lets it. */
final class PricingCommand implements Command {
    /** Who decides, in the audit: the name of an account of this machine would be a person's. */
    private static final String BY = "command line";

    /** With one of these a run does what it says and nothing else. */
    private static final List<Option> DECISIONS = List.of(Option.APPROVE, Option.REJECT, Option.SETTLE);

    @Override
    public String name() {
        return "pricing";
    }

    @Override
    public String summary() {
        return "evaluate the rules of prices, places and codes, and make what they may";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.WORKFLOW, Option.APPROVE, Option.REJECT, Option.SETTLE);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        List<Option> given = DECISIONS.stream().filter(args::has).toList();
        if (given.size() > 1) {
            throw AppException.usage(
                    given.get(0).flag() + " and " + given.get(1).flag() + " exclude each other");
        }
        return Session.run(args, console, surroundings, tenant -> {
            List<Result> results = new ArrayList<>();
            boolean decided = given.isEmpty();
            for (List<PricingConfig> event : events(tenant, args)) {
                Result result = told(tenant, () -> work(tenant, event, args, console, surroundings));
                results.add(result);
                decided |= result.decided();
            }
            if (!decided) {
                throw AppException.usage(unknown(given.get(0), args));
            }
            List<Map<String, Object>> facts =
                    results.stream().map(Result::facts).toList();
            return new Outcome(exit(results), counts(results), tenant.calls(), Facts.withFirst(facts, Map.of()));
        });
    }

    /** Whether it was called to decide something. */
    static boolean decides(Args args) {
        return DECISIONS.stream().anyMatch(args::has);
    }

    /** All workflows of an event are one rule book, so that naming one names its event. */
    private static Collection<List<PricingConfig>> events(Tenant tenant, Args args) {
        List<PricingConfig> named =
                EventWorkflows.all(tenant, args, PricingConfig.class, PricingConfig.TEMPLATES.get(0));
        return PricingOffice.events(tenant.config().workflows(PricingConfig.class)).stream()
                .filter(event -> event.stream().anyMatch(named::contains))
                .toList();
    }

    /** What became of one event: whether the decision that was given was about it, too. */
    private record Result(
            PricingReport report, List<AllowListFile> lists, boolean decided, Map<String, Object> facts) {}

    private static Result work(
            Tenant tenant, List<PricingConfig> event, Args args, Console console, Surroundings surroundings) {
        List<PricingNotices.Notice> notices = new ArrayList<>();
        PricingOffice office = open(tenant, event, notices, surroundings);
        Optional<PricingPlan> waiting = office.engine().waiting();
        boolean accepted =
                is(args, Option.APPROVE, waiting.map(PricingPlan::hash).stream().toList());
        boolean decided = accepted || reject(office, waiting, args) || settle(office, args);
        boolean deciding = decides(args);
        PricingReport report = accepted
                ? approve(office, args)
                : deciding ? look(office) : office.engine().run();
        List<AllowListFile> lists = event.stream()
                .filter(workflow -> workflow.allowList().isPresent())
                .flatMap(workflow -> AllowListFile.bring(tenant, workflow, args).stream())
                .filter(list -> !deciding || list.accepted())
                .toList();
        PricingText.tell(office, report, notices, console);
        lists.forEach(list -> list.tell(console));
        return new Result(
                report,
                lists,
                decided || lists.stream().anyMatch(AllowListFile::accepted),
                PricingFacts.of(office, report, notices, lists));
    }

    private static boolean is(Args args, Option option, Collection<String> known) {
        return args.text(option).filter(known::contains).isPresent();
    }

    private static boolean reject(PricingOffice office, Optional<PricingPlan> waiting, Args args) {
        boolean rejected =
                is(args, Option.REJECT, waiting.map(PricingPlan::hash).stream().toList());
        waiting.filter(plan -> rejected).ifPresent(plan -> office.engine().reject(plan.hash(), BY));
        return rejected;
    }

    private static boolean settle(PricingOffice office, Args args) {
        List<String> open = office.engine().incidents().stream()
                .map(incident -> incident.id())
                .toList();
        boolean settled = is(args, Option.SETTLE, open);
        if (settled) {
            office.engine().settle(args.text(Option.SETTLE).orElseThrow(), BY);
        }
        return settled;
    }

    private static PricingReport approve(PricingOffice office, Args args) {
        try {
            return office.engine().approve(args.text(Option.APPROVE).orElseThrow(), BY);
        } catch (IllegalArgumentException tooLate) {
            throw AppException.usage("--approve: " + tooLate.getMessage());
        }
    }

    private static PricingReport look(PricingOffice office) {
        PricingEngine engine = office.engine();
        Optional<PricingPlan> waits = engine.waiting();
        return new PricingReport(
                engine.plan(),
                List.of(),
                waits.map(plan -> plan.changes(Route.APPROVE)).orElse(List.of()),
                waits.map(PricingPlan::hash).orElse(""),
                List.of(),
                engine.incidents());
    }

    private static PricingOffice open(
            Tenant tenant, List<PricingConfig> event, List<PricingNotices.Notice> notices, Surroundings surroundings) {
        try {
            return PricingOffice.open(tenant, event, notices::add, surroundings.time(), new SecureRandom());
        } catch (IllegalArgumentException e) {
            throw AppException.usage(tenant.config().file() + ", pricing workflows of the event "
                    + event.get(0).event() + ": " + e.getMessage());
        }
    }

    private static Result told(Tenant tenant, Supplier<Result> work) {
        try {
            return work.get();
        } catch (SideException e) {
            String message = e.getCause() instanceof ApiException cause ? tenant.explain(cause) : e.getMessage();
            throw AppException.service(String.valueOf(message), e);
        } catch (PricingConflictException e) {
            throw AppException.service(String.valueOf(e.getMessage()), e);
        }
    }

    private static String unknown(Option option, Args args) {
        return option.flag() + ": nothing waits under " + args.text(option).orElse("")
                + "; run pricing without it and take what is told then";
    }

    private static Exit exit(List<Result> results) {
        boolean held =
                results.stream().flatMap(result -> result.lists().stream()).anyMatch(AllowListFile::shrinks);
        boolean open = results.stream().anyMatch(PricingCommand::isOpen);
        return held ? Exit.STOPPED : open ? Exit.OPEN : Exit.DONE;
    }

    private static boolean isOpen(Result result) {
        return result.report().needsSomebody()
                || !PricingFacts.proposals(result.report().plan()).isEmpty()
                || result.lists().stream().anyMatch(AllowListFile::waits);
    }

    private static Counts counts(List<Result> results) {
        long made =
                results.stream().mapToLong(one -> one.report().made().size()).sum();
        long shadow = results.stream()
                .mapToLong(one -> one.report().plan().shadow().size())
                .sum();
        long kept = results.stream()
                .mapToLong(one -> one.report().plan().kept().size())
                .sum();
        long review = results.stream()
                .mapToLong(one -> one.report().waiting().size()
                        + PricingFacts.proposals(one.report().plan()).size())
                .sum();
        long failed = results.stream()
                .mapToLong(one -> one.report().incidents().size())
                .sum();
        return new Counts(0, made, 0, 0, 0, shadow, kept, review, 0, failed);
    }
}
