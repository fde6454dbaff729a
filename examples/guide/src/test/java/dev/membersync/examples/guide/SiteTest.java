package dev.membersync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.examples.guide.site.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The site is whole: every link leads to a page or heading of it, and nothing is fetched from elsewhere. */
class SiteTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private final Map<String, String> files = new TreeMap<>();

    SiteTest() {
        Site.of(Places.root()).forEach((place, bytes) -> files.put(place, new String(bytes, StandardCharsets.UTF_8)));
    }

    @Test
    void everyPageIsThere() {
        assertThat(files).containsKeys("index.html", "docs/index.html", "docs/first-sync.html", "CONTRIBUTING.html");
        assertThat(files.get("index.html")).contains("<title>membersync</title>", "docs/go-live.html");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        files.forEach((place, text) -> {
            if (place.endsWith(".html")) {
                LINK.matcher(text)
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !link.matches("https?:.*") && !leads(place, link))
                        .forEach(link -> broken.add(place + " -> " + link));
            }
        });

        assertThat(broken).isEmpty();
    }

    private boolean leads(String place, String link) {
        String[] parts = link.split("#", 2);
        String target = parts[0].isEmpty()
                ? place
                : Path.of(place).resolveSibling(parts[0]).normalize().toString();
        String text = files.get(target);
        return text != null && (parts.length == 1 || text.contains("id=\"" + parts[1] + "\""));
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        assertThat(files.values())
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("<script", "@import")
                        .doesNotContainPattern("(src|<link[^>]*href)=\"https?:"));
    }

    @Test
    void notesToTheTestsAreNotShown() {
        assertThat(files.get("index.html")).doesNotContain("<!-- snippet");
    }
}
