package dev.membersync.eventops.adapter;

import dev.membersync.compare.Compare;
import dev.membersync.eventops.analytics.Input;
import dev.membersync.eventops.analytics.Kpi;
import dev.membersync.eventops.analytics.Kpis;
import dev.membersync.eventops.analytics.Report;
import dev.membersync.sync.config.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document is made from the rows of figures: {@code mvn test -Dmembersync.docs=write} writes it anew. */
class AnalyticsDocTest {
    private static final Path FILE = Path.of("..", "docs", "analytics.md");

    @TempDir
    private Path folder;

    private final StringBuilder text = new StringBuilder();

    @Test
    void theDocumentSaysWhichFiguresThereAre() throws IOException {
        String now = document();
        if ("write".equals(System.getProperty("membersync.docs"))) {
            Files.writeString(FILE, now);
        }

        Compare.lines(
                "docs/analytics.md is out of date: write it with -Dmembersync.docs=write", Files.readString(FILE), now);
    }

    private String document() {
        text.append("""
                # Analytics

                Made from the rows of figures in code; do not edit.

                A **dataset** holds what is known about one event at one moment, a **report** its figures. Nothing is estimated: a
                figure whose inputs are not all there is listed as not available, with what is missing.

                ## On the command line

                <!-- fakes: standard 12 -->

                ```sh
                sync-app report --figures figures
                sync-app report --figures for-others --shared
                ```

                writes four files for each event of `membersync.yaml` into the folder, for their owner alone to read. Open `EVENT.html`
                in a browser: it is the page with the charts and needs no network. `EVENT.csv` is for a spreadsheet, `EVENT.json` and
                `EVENT.prom` are for programs. Run it again for newer figures; the files are replaced. `--shared` makes a page for
                others: figures about fewer than five people are hidden in it.

                ## In Java

                <!-- snippet: examples/guide/src/test/java/dev/membersync/examples/guide/snippet/AnalyticsTest.java#figures -->

                ```java
                Dataset data = LiveDataset.of(tenant, workflow, Clock.systemUTC())
                        .with(DatasetRules.standard().withTicketTypes(Set.of("VIP"), Set.of("General Admission")))
                        .read();
                Report report = Report.of(data); // for those who may see every registration
                String page = ReportFormat.HTML.write(report.shared()); // for others
                ```

                `LiveDataset` reads only: three calls for the event and its ticket types, then a page of each 100 attendees, orders and
                members; `withPageSize` makes fewer. Persons become pseudonyms, keyed with the key of the store, while a page is read:
                a dataset holds no name and no address. The holder of a ticket is a member when a link of the synchronisation says so,
                else when our note on the order does, else when exactly one member has the address. `withScans` adds the door,
                `withOwn` what only the organiser has; `Dataset` takes all of it from anywhere else too.

                ## Figures

                Every figure has numerator, denominator, value, unit, currency, the moment, and when its sources were last read to
                their ends. A value is not defined (`null`, empty, `NaN`, a dash) when the denominator is 0. Amounts are minor units, one
                row for each currency, never summed over currencies. Ratios have four decimals, half to even; percentiles are by
                nearest rank. Registrations are counted unless a formula says people, members or distinct; a payment is one order. Test
                mode is in no figure.
                """);
        Arrays.stream(Kpi.Section.values()).forEach(this::section);
        missing();
        inputs();
        text.append("""

                ## Outputs

                | Format | What |
                | --- | --- |
                | `JSON` | one object: `schema` (%d), `event`, `asOf`, `freshness`, `kpis`, `figures`, `notAvailable` |
                | `CSV` | RFC 4180, UTF-8, a row for each figure; a text that begins with `=`, `+`, `-`, `@`, tab or CR gets an apostrophe and quotes, a plain number does not |
                | `OPEN_METRICS` | OpenMetrics 1.0 text: a gauge for each KPI, `_numerator` and `_denominator` beside it |
                | `HTML` | one page with charts and their tables, light and dark, for phone, screen and paper; no script, no request |

                All four hold the same figures. In the page each value is there as it is, in `data` elements.

                ## Reports for others

                `Report.shared()` hides each figure that is about fewer than %d people (`shared(n)`: another number), and each that gives
                such a number away: what a share leaves over, a group that the rest of its whole tells, a step of a curve, the difference of
                registrations, valid and checked-in ones, the refunds between gross and net. Groups of nobody stay. Counts of payments
                and scans are treated as people. What two reports of different moments tell together is not looked at.

                ## What is not possible

                * Sync lag of a live dataset: the journal knows when something was written, neither service says when it was changed.
                * Booking times of a live dataset by default: the layout of an order's purchase date is not documented, so it is read only
                  with a reader of yours (`withPurchaseDate`).
                * Discount codes by order, card disputes, invitations, waitlist offers, past prices and renewals: neither service shows
                  them in its lists. They are facts of your own (`OwnFacts`).
                * Membership at event start, when it is read later: the services show a status now. The figure says of when it is.
                * Access at event start: the lists show it now. Cancelled since the start counts as not valid.
                * Orders without a ticket are in no figure: registrations are tickets.
                * Test mode at Accelevents: its lists do not mark it. An attendee whom no order shows, an import, has no money there.
                """.formatted(Report.SCHEMA, Report.DEFAULT_SMALLEST));
        return text.toString();
    }

    private void section(Kpi.Section section) {
        line("");
        line("### " + section.title());
        line("");
        line("| Figure | Id | Formula | Unit | For each | Inputs |");
        line("| --- | --- | --- | --- | --- | --- |");
        Kpis.all().stream()
                .filter(kpi -> kpi.section() == section)
                .forEach(kpi -> line("| "
                        + String.join(
                                " | ",
                                kpi.title(),
                                "`" + kpi.id() + "`",
                                kpi.formula(),
                                kpi.unit().word().replace('_', ' '),
                                kpi.groupedBy(),
                                descriptions(List.copyOf(kpi.inputs())))
                        + " |"));
    }

    /** What a live dataset with nothing told to it leaves open, as it is. */
    private void missing() {
        line("");
        line("## What a live dataset leaves open");
        line("");
        line("Of a live dataset to which nothing is told, these are not available while the event is ahead:");
        line("");
        line("| Figure | Missing |");
        line("| --- | --- |");
        live().results().stream()
                .filter(result -> !result.isAvailable())
                .forEach(result -> line("| " + result.kpi().title() + " | " + descriptions(result.missing()) + " |"));
    }

    private Report live() {
        try (LiveWorld world = new LiveWorld(10)) {
            world.member("m1", "ada@example.org", "active");
            world.event.addAttendee(world.priced, "Ada", "A", "ada@example.org");
            try (Tenant tenant = world.open(folder)) {
                tenant.engine().sync();
                return Report.of(world.live(tenant).read());
            }
        }
    }

    private void inputs() {
        line("");
        line("## Inputs");
        line("");
        line("| Input | Source |");
        line("| --- | --- |");
        Arrays.stream(Input.values())
                .forEach(input ->
                        line("| " + input.description() + " | " + input.source().word() + " |"));
    }

    private static String descriptions(List<Input> inputs) {
        return inputs.stream().map(Input::description).collect(Collectors.joining("; "));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
