package dev.membersync.examples.guide.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The navigation, made of docs/README.md.
 *
 * @param groups for each group of readers the pages by their names, from the folder docs
 */
record Contents(Map<String, Map<String, String>> groups) {
    private static final Pattern PART = Pattern.compile("^## (.*)$|\\[[^]]*]\\(([\\w./-]+\\.md)[^)]*\\)");

    static Contents of(String index) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        Map<String, String> group = new LinkedHashMap<>();
        for (String line : index.lines().toList()) {
            Matcher part = PART.matcher(line);
            while (part.find()) {
                if (part.group(1) != null) {
                    group = new LinkedHashMap<>();
                    groups.put(part.group(1), group);
                } else {
                    group.put(part.group(2), name(part.group(2)));
                }
            }
        }
        return new Contents(groups);
    }

    private static String name(String file) {
        return file.replaceFirst("^\\.\\./", "").replace(".md", "").replace('-', ' ');
    }

    /** The navigation on a page so many folders down. */
    String html(String up) {
        StringBuilder html = new StringBuilder();
        html.append("<p><a href=\"").append(up).append("index.html\">membersync</a></p>\n");
        groups.forEach((readers, pages) -> {
            html.append("<h2>").append(readers).append("</h2>\n<ul>\n");
            pages.forEach((file, name) -> html.append("<li><a href=\"")
                    .append(up)
                    .append(Site.target("docs/" + file))
                    .append("\">")
                    .append(name)
                    .append("</a></li>\n"));
            html.append("</ul>\n");
        });
        return html.append("<h2>Reference</h2>\n<ul>\n<li><a href=\"")
                .append(up)
                .append("apidocs/index.html\">Javadoc</a></li>\n</ul>\n")
                .toString();
    }
}
