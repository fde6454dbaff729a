package dev.membersync.eventops.analytics;

/** Pieces of HTML and SVG. Attributes are written by us; every text goes through {@link #text}. */
final class Markup {
    private Markup() {}

    /** A text, safe between tags and inside quotes. */
    static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An element; the children are markup. */
    static String tag(String name, String attributes, String... children) {
        String head = attributes.isEmpty() ? "<" + name + ">" : "<" + name + " " + attributes + ">";
        return head + String.join("", children) + "</" + name + ">";
    }

    /** An attribute with a text. */
    static String attribute(String name, String value) {
        return name + "=\"" + text(value) + "\"";
    }

    /** A length in a drawing, with two decimals at most. */
    static String length(double value) {
        String fixed = java.math.BigDecimal.valueOf(value)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return fixed.equals("-0") ? "0" : fixed;
    }
}
