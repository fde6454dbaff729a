package dev.membersync.eventops.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.membersync.eventops.analytics.RegistrationFact.Link;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the outputs promise besides their figures. */
class OutputsTest {
    private static final String NASTY = "=cmd|' /C calc'!A0,\"x\"</td><script>alert(1)</script>\n";

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "-x"})
    void aFormulaGetsAnApostropheAndQuotes(String text) {
        assertThat(CsvText.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFF1D1+1", "\uFF0B1", "\uFF0D1+1", "\uFF20SUM(A1)", "\nx"})
    void aFormulaInTheOtherWidthGetsThemToo(String text) {
        assertThat(CsvText.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"VIP;=1+1,VIP;'=1+1", "VIP; @SUM(A1),VIP; '@SUM(A1)", "a;b,a;b", "1;-1;x,1;'-1;x"})
    void aFormulaBehindASemicolonGetsAnApostrophe(String text, String cell) {
        assertThat(CsvText.cell(text).replace("\"", "")).isEqualTo(cell);
    }

    @Test
    void aFormulaOnALineOfItsOwnGetsAnApostrophe() {
        assertThat(CsvText.cell("VIP\n\"=1+1\"")).isEqualTo("\"VIP\n\"\"'=1+1\"\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.5000", "0", "12"})
    void aPlainNumberIsNoFormula(String text) {
        assertThat(CsvText.cell(text)).isEqualTo(text);
    }

    @Test
    void cellsAreQuotedAsTheStandardSays() {
        assertThat(CsvText.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvText.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(CsvText.cell("a\nb")).isEqualTo("\"a\nb\"");
    }

    @Test
    void aHostileTicketClassIsJustATextEverywhere() throws IOException {
        Report report = Report.of(nasty());

        assertThat(ReportFormat.HTML.write(report)).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(Csv.parse(ReportFormat.CSV.write(report)))
                .anyMatch(row -> row.get(2).equals("'" + NASTY));
        assertThat(new ObjectMapper().readTree(ReportFormat.JSON.write(report)).findValuesAsText("group"))
                .contains(NASTY);
        assertThat(ReportFormat.OPEN_METRICS.write(report)).contains("</script>\\n\"");
    }

    @Test
    void jsonNamesItsSchemaAndTheMomentOfEachFigure() throws IOException {
        JsonNode root = new ObjectMapper().readTree(ReportFormat.JSON.write(Report.of(Golden.dataset())));

        assertThat(root.get("schema").asInt()).isEqualTo(1);
        assertThat(root.get("figures")).allSatisfy(row -> {
            assertThat(row.get("asOf").asText()).isEqualTo(Golden.AS_OF.toString());
            assertThat(row.get("unit").asText()).isNotEmpty();
            assertThat(row.has("numerator") && row.has("denominator") && row.has("currency"))
                    .isTrue();
        });
        JsonNode attendance = null;
        for (JsonNode row : root.get("figures")) {
            attendance = row.get("kpi").asText().equals("attendance-rate") ? row : attendance;
        }
        assertThat(attendance).isNotNull();
        assertThat(attendance.get("freshness").get("scans").asText())
                .isEqualTo(Golden.AS_OF.minusSeconds(30).toString());
    }

    @Test
    void whatIsNotAvailableIsInAllOutputsWithWhatIsMissing() throws IOException {
        Report report = Report.of(Golden.dataset());

        assertThat(new ObjectMapper().readTree(ReportFormat.JSON.write(report)).get("notAvailable"))
                .anyMatch(row -> row.get("kpi").asText().equals("dispute-rate")
                        && row.get("missing").get(0).asText().equals("disputes"));
        assertThat(Csv.parse(ReportFormat.CSV.write(report)))
                .anyMatch(row -> row.get(0).equals("dispute-rate")
                        && row.get(8).equals("not available")
                        && row.get(9).equals("missing: disputes"));
        assertThat(ReportFormat.OPEN_METRICS.write(report))
                .contains("membersync_event_not_available{event=\"spring-summit\",kpi=\"dispute-rate\"} 1\n");
        assertThat(ReportFormat.HTML.write(report)).contains("data-missing=\"dispute-rate\"");
    }

    @Test
    void everyKpiIsEitherAvailableOrNamed() {
        Report report = Report.of(Dataset.of(Golden.EVENT, Golden.AS_OF, List.of(), Golden.AS_OF));

        assertThat(report.results()).hasSameSizeAs(Kpis.all());
        assertThat(report.results())
                .allMatch(one -> one.isAvailable() || one.figures().isEmpty());
        assertThat(Kpis.all()).extracting(Kpi::id).doesNotHaveDuplicates();
    }

    @Test
    void openMetricsKeepsItsGrammar() {
        String text = ReportFormat.OPEN_METRICS.write(Report.of(Generated.dataset(5, 80)));
        Set<String> families = new HashSet<>();
        String family = "";

        assertThat(text).endsWith("# EOF\n");
        for (String line : text.split("\n")) {
            Matcher type = Pattern.compile("# TYPE ([a-z0-9_]+) gauge").matcher(line);
            if (type.matches()) {
                family = type.group(1);
                assertThat(families.add(family)).as(family + " comes once").isTrue();
            } else if (line.startsWith("# UNIT")) {
                assertThat(line).startsWith("# UNIT " + family + " ");
                assertThat(family).endsWith("_" + line.substring(line.lastIndexOf(' ') + 1));
            } else if (!line.startsWith("#")) {
                assertThat(line)
                        .matches(Pattern.quote(family)
                                + "\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*} (-?[0-9]+(\\.[0-9]+)?|NaN)");
            }
        }
    }

    @Test
    void thePageAsksForNothing() {
        String page = ReportFormat.HTML.write(Report.of(Generated.dataset(5, 80)));

        assertThat(page)
                .doesNotContain("<script", "http:", "https:", "url(", "@import", "src=", "href=", "onload")
                .contains("default-src 'none'");
    }

    @Test
    void thePageIsWellFormedAndAccessible() throws Exception {
        String page = ReportFormat.HTML.write(Report.of(Generated.dataset(5, 80)));
        String body = page.substring(page.indexOf("<body>"), page.indexOf("</body>") + 7);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        List<String> ids = found("\\sid=\"([^\"]+)\"", page);

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(found("aria-labelledby=\"([^\"]+)\"", page).stream()
                        .flatMap(one -> List.of(one.split(" ")).stream()))
                .allMatch(ids::contains);
        assertThat(found("(<svg [^>]*>)", page)).isNotEmpty().allMatch(svg -> svg.contains("role=\"img\""));
        assertThat(found("(<table>)", page)).hasSameSizeAs(found("(<caption>)", page));
        assertThat(page).contains("<html lang=\"en\">", "prefers-color-scheme: dark", "@media print");
    }

    @Test
    void coloursOfTextHaveContrastInLightAndDark() {
        String page = ReportFormat.HTML.write(Report.of(Golden.dataset()));
        List<String> papers = found("--paper: (#[0-9a-f]{6})", page);
        List<String> cards = found("--card: (#[0-9a-f]{6})", page);
        List<String> inks = found("--ink: (#[0-9a-f]{6})", page);
        List<String> quiets = found("--quiet: (#[0-9a-f]{6})", page);
        List<String> bars = found("--bar: (#[0-9a-f]{6})", page);

        for (int mode = 0; mode < 2; mode++) {
            for (String ground : List.of(papers.get(mode), cards.get(mode))) {
                assertThat(contrast(inks.get(mode), ground)).isGreaterThan(7);
                assertThat(contrast(quiets.get(mode), ground)).isGreaterThan(4.5);
                assertThat(contrast(bars.get(mode), ground)).isGreaterThan(3);
            }
        }
    }

    private static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static List<String> found(String pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static Dataset nasty() {
        EventFact event = new EventFact(
                NASTY,
                NASTY,
                Optional.of(Golden.START),
                Optional.empty(),
                ZoneOffset.UTC,
                OptionalLong.empty(),
                Optional.empty());
        RegistrationFact one = Golden.registration("R1", "A", Link.UNKNOWN, NASTY, 100);
        return Dataset.of(event, Golden.AS_OF, List.of(one), Golden.AS_OF)
                .withScans(
                        List.of(new ScanFact("S", "R1", "g", Golden.START, ScanFact.Outcome.ADMITTED, false)),
                        Golden.AS_OF);
    }
}
