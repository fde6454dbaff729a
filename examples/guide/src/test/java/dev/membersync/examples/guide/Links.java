package dev.membersync.examples.guide;

import dev.membersync.examples.guide.site.Anchors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a page that stay within the repository. */
final class Links {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$");

    private Links() {}

    /** Throws {@link Mistake} for the first link to a file or heading that is not there. */
    static void check(Page page, Path root) {
        String prose = String.join("\n", page.prose()).replaceAll("`[^`\n]*`", "");
        Matcher link = LINK.matcher(prose);
        while (link.find()) {
            if (!link.group(1).matches("[a-z]+:.*")) {
                require(page, link.group(1), root);
            }
        }
    }

    private static void require(Page page, String target, Path root) {
        String[] parts = target.split("#", 2);
        Path own = root.resolve(page.file());
        Path file = parts[0].isEmpty() ? own : own.resolveSibling(parts[0]).normalize();
        if (!Files.exists(file)) {
            throw new Mistake(page.file() + ": there is no " + target);
        }
        if (parts.length > 1 && !anchors(Page.read(root, file).prose()).contains(parts[1])) {
            throw new Mistake(page.file() + ": there is no heading " + target);
        }
    }

    /** The anchors of headings, as they are made of their words. */
    static Set<String> anchors(List<String> prose) {
        Set<String> anchors = new HashSet<>();
        Anchors names = new Anchors();
        for (String line : prose) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                anchors.add(names.next(heading.group(1)));
            }
        }
        return anchors;
    }
}
