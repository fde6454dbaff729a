package dev.membersync.eventops.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The fixture's figures, read back from all four outputs (domain.md 2.3.3). */
class GoldenFixtureTest {
    private static final Report REPORT = Report.of(Golden.dataset());

    /** "kpi|group|currency" to value, of what the fixture names. */
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("valid-registrations||", "9");
        EXPECTED.put("checked-in||", "7");
        EXPECTED.put("eligible-members||", "9");
        EXPECTED.put("attendance-rate||", "0.7778");
        EXPECTED.put("no-show-rate||", "0.2222");
        EXPECTED.put("member-conversion||", "0.7778");
        EXPECTED.put("member-attendance||", "0.5556");
        EXPECTED.put("member-share||", "0.7143");
        EXPECTED.put("gross-sales||USD", "56000");
        EXPECTED.put("refunds||USD", "9000");
        EXPECTED.put("net-sales||USD", "47000");
        EXPECTED.put("fees||USD", "1910");
        EXPECTED.put("net-after-fees||USD", "45090");
        EXPECTED.put("net-sales-per-attendee||USD", "6714");
        EXPECTED.put("revenue-per-eligible-member||USD", "3444");
        EXPECTED.put("duplicate-scan-rate||", "0.1250");
        EXPECTED.put("sell-through||", "0.4500");
        EXPECTED.put("refund-rate-value||USD", "0.1607");
    }

    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("attendance-rate||", "7/9"),
            Map.entry("no-show-rate||", "2/9"),
            Map.entry("member-conversion||", "7/9"),
            Map.entry("member-attendance||", "5/9"),
            Map.entry("member-share||", "5/7"),
            Map.entry("net-sales-per-attendee||USD", "47000/7"),
            Map.entry("revenue-per-eligible-member||USD", "31000/9"),
            Map.entry("duplicate-scan-rate||", "1/8"),
            Map.entry("sell-through||", "9/20"),
            Map.entry("refund-rate-value||USD", "9000/56000"),
            Map.entry("plan-mix|Gold|", "3/7"),
            Map.entry("plan-mix|Silver|", "2/7"),
            Map.entry("plan-mix|Student|", "1/7"),
            Map.entry("plan-mix|none|", "1/7"),
            Map.entry("ticket-mix|Member|", "4/7"),
            Map.entry("ticket-mix|Standard|", "2/7"),
            Map.entry("ticket-mix|VIP|", "1/7"));

    /** What one output says of one figure. */
    private record Read(String value, String parts) {}

    @Test
    void figuresAreThoseComputedByHand() {
        check(report());
        assertThat(report().keySet().stream().filter(key -> key.startsWith("plan-mix")))
                .hasSize(4);
        assertThat(report().keySet().stream().filter(key -> key.startsWith("ticket-mix")))
                .hasSize(3);
    }

    @Test
    void jsonHoldsTheSameFigures() throws IOException {
        assertThat(json()).isEqualTo(report());
        check(json());
    }

    @Test
    void csvHoldsTheSameFigures() {
        assertThat(csv()).isEqualTo(report());
        check(csv());
    }

    @Test
    void openMetricsHoldsTheSameFigures() {
        assertThat(openMetrics()).isEqualTo(report());
        check(openMetrics());
    }

    @Test
    void thePageHoldsTheSameFigures() {
        assertThat(page()).isEqualTo(report());
        check(page());
    }

    private static void check(Map<String, Read> read) {
        EXPECTED.forEach((key, value) ->
                assertThat(read.get(key)).as(key).extracting(Read::value).isEqualTo(value));
        PARTS.forEach((key, parts) ->
                assertThat(read.get(key)).as(key).extracting(Read::parts).isEqualTo(parts));
    }

    private static Map<String, Read> report() {
        Map<String, Read> all = new TreeMap<>();
        REPORT.results()
                .forEach(result -> result.figures()
                        .forEach(figure -> all.put(
                                key(result.kpi().id(), figure.group(), figure.currencyCode()),
                                new Read(
                                        figure.value().orElseThrow().toPlainString(),
                                        figure.denominator().isPresent()
                                                ? figure.numerator().orElseThrow() + "/"
                                                        + figure.denominator().orElseThrow()
                                                : ""))));
        return all;
    }

    private static Map<String, Read> json() throws IOException {
        Map<String, Read> all = new TreeMap<>();
        JsonMapper exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        for (JsonNode row : exact.readTree(ReportFormat.JSON.write(REPORT)).get("figures")) {
            String parts = row.get("denominator").isNull()
                    ? ""
                    : row.get("numerator").asLong() + "/"
                            + row.get("denominator").asLong();
            all.put(
                    key(
                            row.get("kpi").asText(),
                            row.get("group").asText(),
                            row.get("currency").isNull()
                                    ? ""
                                    : row.get("currency").asText()),
                    new Read(row.get("value").decimalValue().toPlainString(), parts));
        }
        return all;
    }

    private static Map<String, Read> csv() {
        Map<String, Read> all = new TreeMap<>();
        List<List<String>> rows = Csv.parse(ReportFormat.CSV.write(REPORT));
        rows.subList(1, rows.size()).stream()
                .filter(row -> row.get(8).equals("value"))
                .forEach(row -> all.put(
                        key(row.get(0), row.get(2), row.get(4)),
                        new Read(row.get(7), row.get(6).isEmpty() ? "" : row.get(5) + "/" + row.get(6))));
        return all;
    }

    private static Map<String, Read> openMetrics() {
        Map<String, String> samples = new TreeMap<>();
        Matcher line = Pattern.compile("(?m)^membersync_event_(\\w+)\\{([^}]*)} (\\S+)$")
                .matcher(ReportFormat.OPEN_METRICS.write(REPORT));
        while (line.find()) {
            samples.put(
                    line.group(1) + label(line.group(2), "group") + "|" + label(line.group(2), "currency"),
                    line.group(3));
        }
        Map<String, Read> all = new TreeMap<>();
        for (Kpi kpi : Kpis.all()) {
            String id = kpi.id().replace('-', '_');
            String name = kpi.unit() == Unit.COUNT ? id : id + "_" + kpi.unit().word();
            samples.forEach((key, value) -> {
                if (key.startsWith(name + "|")) {
                    String rest = key.substring(name.length());
                    String whole = samples.get(id + "_denominator" + rest);
                    String part = samples.get(id + "_numerator" + rest);
                    all.put(kpi.id() + rest, new Read(value, whole == null ? "" : part + "/" + whole));
                }
            });
        }
        return all;
    }

    private static String label(String labels, String name) {
        Matcher label = Pattern.compile(name + "=\"([^\"]*)\"").matcher(labels);
        String value = label.find() ? label.group(1) : "";
        return name.equals("group") ? "|" + value : value;
    }

    private static Map<String, Read> page() {
        Map<String, Read> all = new TreeMap<>();
        Matcher row = Pattern.compile(
                        "<tr data-kpi=\"([^\"]*)\" data-group=\"([^\"]*)\" data-currency=\"([^\"]*)\">(.*?)</tr>",
                        Pattern.DOTALL)
                .matcher(ReportFormat.HTML.write(REPORT));
        while (row.find()) {
            List<String> exact = new ArrayList<>();
            Matcher data = Pattern.compile("<data value=\"([^\"]*)\">").matcher(row.group(4));
            while (data.find()) {
                exact.add(data.group(1));
            }
            all.put(
                    key(row.group(1), row.group(2), row.group(3)),
                    new Read(exact.get(0), exact.size() > 1 ? exact.get(1) : ""));
        }
        return all;
    }

    private static String key(String kpi, String group, String currency) {
        return kpi + "|" + group + "|" + currency;
    }
}
