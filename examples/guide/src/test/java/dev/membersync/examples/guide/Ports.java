package dev.membersync.examples.guide;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ports that a page names and those that were bound in their place. */
final class Ports {
    private final Map<String, String> bound = new LinkedHashMap<>();

    void bind(String ofPage, String taken) {
        bound.put(ofPage, taken);
    }

    /** A text of the page with the ports that were bound; ports to listen on are free ones. */
    String bound(String text) {
        String changed = text.replaceAll("\\bport: \\d+", "port: 0");
        for (Map.Entry<String, String> port : bound.entrySet()) {
            changed = changed.replaceAll(":" + port.getKey() + "\\b", ":" + port.getValue());
        }
        return changed;
    }

    /** A text with the ports of the page. */
    String ofPage(String text) {
        String changed = text;
        for (Map.Entry<String, String> port : bound.entrySet()) {
            changed = changed.replaceAll(":" + port.getValue() + "\\b", ":" + port.getKey());
        }
        return changed;
    }
}
