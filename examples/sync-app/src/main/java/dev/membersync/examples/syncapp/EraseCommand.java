package dev.membersync.examples.syncapp;

import dev.membersync.client.error.ApiException;
import dev.membersync.eventops.config.ErasureConfig;
import dev.membersync.eventops.config.PrivacyOffice;
import dev.membersync.eventops.privacy.Progress;
import dev.membersync.eventops.privacy.Receipt;
import dev.membersync.eventops.privacy.Retention;
import dev.membersync.eventops.privacy.SystemResult;
import dev.membersync.examples.syncapp.internal.JsonText;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Erases a person, exports what is held of one, and deletes what has been kept long enough. */
final class EraseCommand implements Command {
    private static final String FORMS = "write erase USER, with --dry-run, --cancel or --export DIR if you like; erase"
            + " alone, to go on with all erasures; or erase --retire, with --dry-run if you like";

    private static final Set<String> SERVICES = Set.of("memberships", "accelevents");

    @Override
    public String name() {
        return "erase";
    }

    @Override
    public String summary() {
        return "erase a person, go on with all erasures, export what is held, or delete what is long over";
    }

    @Override
    public String arguments() {
        return "[USER]";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.WORKFLOW, Option.DRY_RUN, Option.CANCEL, Option.EXPORT, Option.RETIRE);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        boolean person = !args.arguments().isEmpty();
        long ways = List.of(Option.DRY_RUN, Option.CANCEL, Option.EXPORT).stream()
                .filter(args::has)
                .count();
        boolean retire = args.has(Option.RETIRE);
        if (ways > 1 || (person && retire) || (!person && ways > 0 && !(retire && args.has(Option.DRY_RUN)))) {
            throw AppException.usage(FORMS);
        }
        return Session.run(args, console, surroundings, tenant -> {
            ErasureConfig config = EventWorkflows.one(tenant, args, ErasureConfig.class, ErasureConfig.ID);
            PrivacyOffice office = PrivacyOffice.open(tenant, config, surroundings.time(), new SecureRandom());
            if (retire) {
                return retire(tenant, office, args.has(Option.DRY_RUN), console);
            }
            return person
                    ? person(tenant, office, args.arguments().get(0), args, console)
                    : told(tenant, office.advance(), console);
        });
    }

    private static Outcome person(Tenant tenant, PrivacyOffice office, String userId, Args args, Console console) {
        if (args.has(Option.DRY_RUN)) {
            List<SystemResult> plan = office.plan(userId);
            console.line("Nothing was written; an erasure of " + userId + " would come to:");
            plan.forEach(result -> console.line(
                    "  " + word(result) + " " + result.system() + " (" + result.count() + "): " + result.note()));
            return outcome(
                    tenant,
                    Exit.DONE,
                    Facts.map("plan", plan.stream().map(EraseCommand::facts).toList()));
        }
        if (args.has(Option.CANCEL)) {
            boolean taken = office.cancel(userId);
            console.line(
                    taken
                            ? "taken back: the person is synchronised again"
                            : "nothing to take back: no erasure of this id waits for the end of its grace");
            return outcome(tenant, taken ? Exit.DONE : Exit.OPEN, Facts.map("canceled", taken));
        }
        if (args.has(Option.EXPORT)) {
            String file = exported(office, userId, args.text(Option.EXPORT).orElseThrow());
            console.line("written: " + file + ", for its owner alone; it holds personal data");
            return outcome(tenant, Exit.DONE, Facts.map("file", file));
        }
        boolean known = isKnown(office, userId);
        office.request(userId);
        console.line(userId + " is frozen: nothing looks at this person any more. To take that back before the grace is"
                + " over: sync-app erase " + userId + " --cancel; to erase after it: sync-app erase, from a scheduler");
        if (!known) {
            console.line("  NOBODY of this id was found at either service; if it is misspelt, take it back");
        }
        return told(tenant, office.advance(userId).stream().toList(), console);
    }

    /** Also true when a service cannot be asked: the person is frozen without it. */
    private static boolean isKnown(PrivacyOffice office, String userId) {
        try {
            return office.plan(userId).stream()
                    .filter(result -> SERVICES.stream().anyMatch(result.system()::startsWith))
                    .anyMatch(result -> result.count() > 0);
        } catch (ApiException down) {
            return true;
        }
    }

    private static String exported(PrivacyOffice office, String userId, String folder) {
        try {
            String name = userId.replaceAll("[^A-Za-z0-9._-]", "-") + ".json";
            return office.export(userId, Path.of(folder), name).toString();
        } catch (InvalidPathException e) {
            throw AppException.usage("--export takes the path of a folder");
        }
    }

    private static Outcome told(Tenant tenant, List<Progress> all, Console console) {
        if (all.isEmpty()) {
            console.line("no erasure is under way");
        }
        all.forEach(progress -> console.line("  " + said(progress)));
        boolean done = all.stream()
                .allMatch(progress -> progress.receipt()
                        .filter(receipt -> open(receipt).isEmpty())
                        .isPresent());
        return outcome(
                tenant,
                done ? Exit.DONE : Exit.OPEN,
                Facts.map("erasures", all.stream().map(EraseCommand::facts).toList()));
    }

    private static String said(Progress progress) {
        if (progress.receipt().isEmpty()) {
            return progress.id() + " waits until "
                    + progress.waitsUntil().map(Instant::toString).orElse("the next run") + ": " + progress.why();
        }
        Receipt receipt = progress.receipt().get();
        StringBuilder said = new StringBuilder(progress.id() + " is finished, receipt " + receipt.fileName());
        open(receipt).forEach(item -> said.append("\n    open: ").append(item));
        return said.toString();
    }

    /** What a person has to do, each with owner and date. */
    private static List<String> open(Receipt receipt) {
        Object items = JsonText.read(receipt.text()).get("openItems");
        return items instanceof List<?> list
                ? list.stream()
                        .map(item -> (Map<?, ?>) item)
                        .map(item -> item.get("system") + ": " + item.get("what") + " (" + item.get("owner") + ", by "
                                + item.get("due") + ")")
                        .toList()
                : List.of();
    }

    private static Map<String, Object> facts(Progress progress) {
        Map<String, Object> facts = Facts.map(
                "erasure", progress.id(),
                "step", progress.step().name().toLowerCase(Locale.ROOT),
                "done", progress.isDone(),
                "why", progress.why());
        progress.waitsUntil().ifPresent(until -> facts.put("waitsUntil", until.toString()));
        progress.receipt().ifPresent(receipt -> facts.put("receipt", JsonText.read(receipt.text())));
        return facts;
    }

    private static String word(SystemResult result) {
        return result.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> facts(SystemResult result) {
        return Facts.map(
                "system", result.system(),
                "outcome", word(result),
                "count", result.count(),
                "note", result.note(),
                "owner", result.owner().orElse(""),
                "due", result.due().map(Object::toString).orElse(""));
    }

    private static Outcome retire(Tenant tenant, PrivacyOffice office, boolean rehearse, Console console) {
        List<Retention.Line> lines = rehearse ? office.rehearseRetiring() : office.retire();
        lines.forEach(line -> console.line("  " + line.event() + ", " + line.what() + ": " + line.rows()
                + (line.why().isEmpty() ? "" : " (" + line.why() + ")")));
        if (lines.isEmpty()) {
            console.line("nothing is remembered of any event");
        }
        return outcome(
                tenant,
                Exit.DONE,
                Facts.map(
                        "retired",
                        !rehearse,
                        "lines",
                        lines.stream().map(EraseCommand::facts).toList()));
    }

    private static Map<String, Object> facts(Retention.Line line) {
        return Facts.map(
                "event", line.event(),
                "what", line.what(),
                "rows", line.rows(),
                "dueAt", line.dueAt().map(Instant::toString).orElse(""),
                "why", line.why());
    }

    private static Outcome outcome(Tenant tenant, Exit exit, Map<String, Object> facts) {
        return new Outcome(exit, Counts.NONE, tenant.calls(), facts);
    }
}
