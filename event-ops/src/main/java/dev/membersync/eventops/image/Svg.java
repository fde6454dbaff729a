package dev.membersync.eventops.image;

import com.google.zxing.common.BitMatrix;

/** A QR code as SVG: one path, a rectangle for each run of black modules in a row. */
final class Svg {
    private Svg() {}

    static String of(BitMatrix modules, String title) {
        int side = modules.getWidth();
        String length = side / 2 + (side % 2 == 0 ? "" : ".5") + "mm";
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$s" height="%2$s" role="img" \
                shape-rendering="crispEdges"><title>%3$s</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>\
                <path fill="#000" d="%4$s"/></svg>
                """.formatted(side, length, escaped(title), path(modules));
    }

    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int end = x;
                while (end < modules.getWidth() && modules.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x).append(' ').append(y);
                    path.append('h').append(end - x).append("v1H").append(x).append('z');
                }
                x = end + 1;
            }
        }
        return path.toString();
    }

    /** Characters that XML cannot hold at all become blanks. */
    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default ->
                    xml.appendCodePoint(
                            c < 0x20 || (c >= 0xd800 && c < 0xe000) || c == 0xfffe || c == 0xffff ? ' ' : c);
            }
        });
        return xml.toString();
    }
}
