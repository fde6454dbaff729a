package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the regions of sources into the Java of a page: {@code mvn test -Dmembersync.docs=write}. */
final class Refill {
    private static final Pattern JAVA =
            Pattern.compile("(?ms)(^<!-- snippet: (\\S+?)#(\\S+) -->\\n\\n```java\\n)(.*?)(^```$)");

    private Refill() {}

    static void page(Path root, Path page) {
        try {
            String text = Files.readString(root.resolve(page));
            String filled = JAVA.matcher(text)
                    .replaceAll(java -> Matcher.quoteReplacement(
                            java.group(1) + Region.of(root.resolve(java.group(2)), java.group(3)) + java.group(5)));
            if (!filled.equals(text)) {
                Files.writeString(root.resolve(page), filled);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
