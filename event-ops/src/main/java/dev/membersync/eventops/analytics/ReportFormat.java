package dev.membersync.eventops.analytics;

/** How a report is written; all of them hold the same figures. */
public enum ReportFormat {
    /** One object with the version of its schema, the figures, and what is not available. */
    JSON("application/json", "json"),
    /** A row for each figure (RFC 4180), safe to open in a spreadsheet. */
    CSV("text/csv; charset=utf-8", "csv"),
    /** OpenMetrics 1.0 text: a gauge for each KPI. */
    OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8", "prom"),
    /** One page that needs nothing else: charts, tables, print; no script, no request. */
    HTML("text/html; charset=utf-8", "html");

    private final String mediaType;
    private final String extension;

    ReportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** What names of its files end with, without the point. */
    public String extension() {
        return extension;
    }

    /** The report as text, to be stored as UTF-8. */
    public String write(Report report) {
        return switch (this) {
            case JSON -> JsonText.of(report);
            case CSV -> ReportCsv.of(report);
            case OPEN_METRICS -> OpenMetricsText.of(report);
            case HTML -> HtmlPage.of(report);
        };
    }
}
