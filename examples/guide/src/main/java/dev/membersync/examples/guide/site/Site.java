package dev.membersync.examples.guide.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All pages as HTML: a navigation, links between them, and nothing that is fetched from elsewhere. */
public final class Site {
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern TITLE = Pattern.compile("(?m)^# (.*)$");
    private static final String JAVADOC = "apidocs/index.html";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <nav>
            %s</nav>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private final Path root;
    private final Markdown markdown = new Markdown();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Site(Path root) {
        this.root = root;
    }

    /** Writes the site: the root of the repository, and the folder to write to. */
    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, byte[]> file : of(Path.of(args[0])).entrySet()) {
            Path target = Path.of(args[1]).resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** The files of the site, by their places in it. */
    public static Map<String, byte[]> of(Path root) {
        Site site = new Site(root.toAbsolutePath().normalize());
        site.build();
        return site.files;
    }

    /** Where a page of the repository is in the site. */
    static String target(String page) {
        String place = Path.of(page).normalize().toString().replace('\\', '/');
        return place.replaceFirst("(^|/)README\\.md$", "$1index.md").replaceFirst("\\.md$", ".html");
    }

    private void build() {
        Contents contents = Contents.of(read("docs/README.md"));
        String style = style();
        for (String page : pages()) {
            String text = read(page);
            String up = page.contains("/") ? "../" : "";
            String body = markdown.html(text, link -> link(page, link));
            String title = TITLE.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse(page);
            put(target(page), PAGE.formatted(title, style, contents.html(up), body));
        }
        String hint = "<p>Made by <code>mvn -q -Psite -DskipTests package javadoc:aggregate</code>.</p>\n";
        put(JAVADOC, PAGE.formatted("Javadoc", style, contents.html("../"), hint));
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"));
        try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
            docs.map(file -> "docs/" + file.getFileName())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .forEach(pages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    /** A link of a page in the site; a file that is no page comes along. */
    private String link(String page, String link) {
        if (ELSEWHERE.matcher(link).matches() || link.startsWith("#")) {
            return link;
        }
        String[] parts = link.split("#", 2);
        if (parts[0].endsWith(".md")) {
            String name =
                    parts[0].replaceFirst("(^|/)README\\.md$", "$1index.md").replaceFirst("\\.md$", ".html");
            return parts.length > 1 ? name + "#" + parts[1] : name;
        }
        Path file = Path.of(page).resolveSibling(parts[0]).normalize();
        put(file.toString().replace('\\', '/'), read(file.toString()));
        return link;
    }

    private void put(String place, String text) {
        files.put(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String style() {
        try (InputStream in = Site.class.getResourceAsStream("site.css")) {
            if (in == null) {
                throw new IllegalStateException("site.css is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
