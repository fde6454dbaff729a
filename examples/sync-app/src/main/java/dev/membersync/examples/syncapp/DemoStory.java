package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.eventops.analytics.Report;
import dev.membersync.sync.Counts;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.VerifyReport;
import dev.membersync.sync.config.Calls;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.store.Review;
import dev.membersync.testkit.SampleData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The chapters of the demo.
 *
 * @param tenant what is synchronised
 * @param fakes both services
 * @param console who is told
 */
record DemoStory(Tenant tenant, Fakes fakes, Console console, Time time, Path pages) {
    private static final String OUR_NOTE = "membersync:";
    private static final int NAMED = 4;

    Outcome tell() {
        fakes.memberships().switches().changesPayments(true);
        chapter("1. doctor: is everything in place?");
        DoctorCommand.examine(tenant, true, console);
        chapter("2. plan: what would a sync do?");
        PlanCommand.plan(tenant, console);
        chapter("3. sync: do it");
        Counts first = sync();
        chapter("4. sync again: nothing has changed, so nothing is written");
        long writes = writes();
        sync();
        console.figure(writes() - writes, "writes at both services");
        chapter("5. one member has a new name");
        rename();
        Counts renamed = sync();
        chapter("6. the event begins: one member is checked in, and another one buys a workshop by himself");
        Guests guests = Guests.arrive(fakes, console);
        sync();
        chapter("7. a part of his money goes back");
        guests.refund(console);
        sync();
        boolean told = guests.tell(tenant, console);
        chapter("8. verify: do both sides agree?");
        VerifyReport verified = VerifyCommand.tell(tenant.engine().verify(true), console);
        chapter("9. review: what people have to decide");
        List<Review> reviews = reviews();
        chapter("10. the figures of the event, from both sides");
        Path page = figures();
        return end(first, renamed, verified, reviews, told, page);
    }

    /** The page outlives the demo; it holds counts and sums, and nobody's data. */
    private Path figures() {
        Map<String, Report> reports = EventFigures.read(tenant, time);
        List<String> files = EventFigures.write(reports, pages);
        console.line("  as JSON, CSV and OpenMetrics text too, beside the page");
        return files.stream()
                .filter(file -> file.endsWith(".html"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    private Outcome end(
            Counts first, Counts renamed, VerifyReport verified, List<Review> reviews, boolean told, Path page) {
        Counts counts = first.plus(new Counts(0, renamed.updated(), 0, 0, 0, 0, 0, 0, 0, 0));
        long waiting = verified.mismatches().stream()
                .filter(found -> isAsked(found, reviews))
                .count();
        boolean well = told && first.created() > 0 && renamed.updated() == 1 && waiting == verified.findings();
        int mails = fakes.accelevents().event(SampleData.EVENT).mails().size();
        console.line("");
        console.line("The story in short: of " + fakes.memberships().members().count() + " members, "
                + counts.created() + " were registered and " + counts.linked()
                + " were attendees before and were linked; " + counts.skipped() + " were left alone, and "
                + counts.review() + " questions wait for a person.");
        console.line("Real people would have got " + mails + " mails. Both sides "
                + (!well
                        ? "do not agree: see what verify found."
                        : waiting == 0
                                ? "agree."
                                : "agree, but for " + waiting + " tickets that wait for a person's answer."));
        console.line("The page of figures, for your browser: " + page.toUri());
        return new Outcome(
                well ? Exit.DONE : Exit.OPEN, counts, tenant.calls(), Facts.map("mails", mails, "agree", well));
    }

    private static boolean isAsked(String finding, List<Review> reviews) {
        return reviews.stream().anyMatch(review -> finding.startsWith(review.subject() + " "));
    }

    /** The figures of the first workflow, which registers people. */
    private Counts sync() {
        Calls before = tenant.calls();
        SyncReport report = tenant.engine().sync();
        SyncCommand.outcome(tenant, report, before, SyncOptions.standard(), console);
        return report.workflows().get(0).counts();
    }

    private void rename() {
        List<String> registered = fakes.accelevents().event(SampleData.EVENT).orders().stream()
                .map(order -> order.note())
                .filter(note -> note.startsWith(OUR_NOTE))
                .map(note -> note.substring(OUR_NOTE.length()))
                .sorted()
                .toList();
        String member = registered.get(registered.size() / 2);
        fakes.memberships().members().rename(member, "Ada Example-Newname");
        console.line("  " + member + " is now Ada Example-Newname at the Memberships API");
    }

    /** The questions, those with the same reason told once. */
    private List<Review> reviews() {
        List<Review> reviews = tenant.engine().reviews(1_000);
        Map<String, List<String>> subjects = reviews.stream()
                .collect(Collectors.groupingBy(
                        Review::reason, TreeMap::new, Collectors.mapping(Review::subject, Collectors.toList())));
        subjects.forEach((reason, about) -> {
            console.figure(about.size(), reason);
            console.line("           " + String.join(", ", about.subList(0, Math.min(about.size(), NAMED)))
                    + (about.size() > NAMED ? " and " + (about.size() - NAMED) + " more" : ""));
        });
        return reviews;
    }

    private long writes() {
        return (long) fakes.accelevents().writes().count()
                + fakes.memberships().writes().count();
    }

    private void chapter(String title) {
        console.line("");
        console.line(title);
    }
}
