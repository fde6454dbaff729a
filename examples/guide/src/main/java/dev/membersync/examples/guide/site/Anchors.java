package dev.membersync.examples.guide.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Makes the anchors of the headings of one page, in their order. */
public final class Anchors {
    private final Map<String, Integer> times = new HashMap<>();

    /** The anchor of the next heading: its letters, digits, hyphens and underscores, and a number when it comes again. */
    public String next(String heading) {
        String anchor = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int before = times.merge(anchor, 1, Integer::sum) - 1;
        return before == 0 ? anchor : anchor + "-" + before;
    }
}
