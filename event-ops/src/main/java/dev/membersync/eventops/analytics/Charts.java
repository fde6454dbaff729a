package dev.membersync.eventops.analytics;

import static dev.membersync.eventops.analytics.Markup.length;
import static dev.membersync.eventops.analytics.Markup.tag;
import static dev.membersync.eventops.analytics.Markup.text;

import java.util.List;

/** Drawings as inline SVG, narrow enough for a phone. Colours and type come from the page's style. */
final class Charts {
    private static final double WIDTH = 360;
    private static final double ROW = 42;
    private static final double HEIGHT = 190;
    private static final double FOOT = 24;
    private static final double HEAD = 18;

    private Charts() {}

    /** A bar with its name and its value; the length is a part of 1. */
    record Bar(String name, String value, double length, String style) {}

    /** A point; both are parts of 1. */
    record Point(double x, double y) {}

    /** A line and its style. */
    record Line(String name, List<Point> points, String style) {}

    /** Bars that lie, with their names above them. */
    static String bars(String id, String title, String summary, List<Bar> bars) {
        StringBuilder drawing = new StringBuilder();
        double y = 14;
        for (Bar bar : bars) {
            drawing.append(label(0, y, "start", "", bar.name()))
                    .append(label(WIDTH, y, "end", "strong", bar.value()))
                    .append(rectangle(0, y + 8, WIDTH, 9, "track", 4.5));
            if (bar.length() > 0) {
                drawing.append(rectangle(
                        0, y + 8, Math.max(4, WIDTH * Math.min(1, bar.length())), 9, bar.style(), 4.5));
            }
            y += ROW;
        }
        return svg(id, title, summary, Math.max(ROW, bars.size() * ROW - 10), drawing.toString());
    }

    /** Bars that stand at their places on an axis; x is where a bar begins, y how high it is. */
    static String columns(
            String id, String title, String summary, List<Point> columns, double width, List<String> axis, String top) {
        StringBuilder drawing = new StringBuilder(frame(top));
        double floor = HEIGHT - FOOT;
        columns.forEach(column -> {
            double high = (floor - HEAD) * column.y();
            double wide = Math.max(1.2, WIDTH * width - 1.5);
            drawing.append(rectangle(WIDTH * column.x(), floor - high, wide, high, "bar", Math.min(2, wide / 3)));
        });
        return svg(id, title, summary, HEIGHT, drawing.append(axis(axis)).toString());
    }

    /** Lines that rise in steps. */
    static String lines(String id, String title, String summary, List<Line> lines, List<String> axis, String top) {
        StringBuilder drawing = new StringBuilder(frame(top));
        double floor = HEIGHT - FOOT;
        for (Line line : lines) {
            StringBuilder path = new StringBuilder("M0 " + length(floor));
            for (Point point : line.points()) {
                path.append(" H").append(length(WIDTH * point.x()));
                path.append(" V").append(length(floor - (floor - HEAD) * point.y()));
            }
            path.append(" H").append(length(WIDTH));
            drawing.append("<path class=\"line ")
                    .append(line.style())
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>");
        }
        return svg(id, title, summary, HEIGHT, drawing.append(axis(axis)).toString());
    }

    private static String frame(String top) {
        double floor = HEIGHT - FOOT;
        return rule(HEAD) + rule((floor + HEAD) / 2) + rule(floor) + label(0, HEAD - 6, "start", "quiet", top);
    }

    private static String axis(List<String> names) {
        StringBuilder axis = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            boolean first = i == 0;
            boolean last = i == names.size() - 1;
            double x = first ? 0 : last ? WIDTH : WIDTH * i / (names.size() - 1);
            axis.append(label(x, HEIGHT - 6, first ? "start" : last ? "end" : "middle", "quiet", names.get(i)));
        }
        return axis.toString();
    }

    private static String svg(String id, String title, String summary, double height, String drawing) {
        return tag(
                "svg",
                "role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\" viewBox=\"0 0 " + length(WIDTH) + " "
                        + length(height) + "\"",
                tag("title", "id=\"" + id + "-t\"", text(title)),
                tag("desc", "id=\"" + id + "-d\"", text(summary)),
                drawing);
    }

    private static String rectangle(double x, double y, double width, double height, String style, double round) {
        return "<rect class=\"" + style + "\" x=\"" + length(x) + "\" y=\"" + length(y) + "\" width=\"" + length(width)
                + "\" height=\"" + length(height) + "\" rx=\"" + length(round) + "\"/>";
    }

    private static String rule(double y) {
        return "<line class=\"rule\" x1=\"0\" x2=\"" + length(WIDTH) + "\" y1=\"" + length(y) + "\" y2=\"" + length(y)
                + "\"/>";
    }

    private static String label(double x, double y, String anchor, String style, String value) {
        return tag(
                "text",
                "x=\"" + length(x) + "\" y=\"" + length(y) + "\" text-anchor=\"" + anchor + "\""
                        + (style.isEmpty() ? "" : " class=\"" + style + "\""),
                text(value));
    }
}
