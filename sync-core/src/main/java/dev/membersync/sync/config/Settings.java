package dev.membersync.sync.config;

import dev.membersync.sync.config.internal.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The digest of what a file says about the work itself: its keys and values, variables filled in, whatever their order
 * and layout. Credentials are left out, so that a new key does not make another configuration, and so are {@code live},
 * {@code goLive} and {@code store.rekey}, which decide nothing about what is written.
 */
final class Settings {
    private static final List<Pattern> LEFT_OUT = List.of(
            Pattern.compile("(memberships|accelevents)\\.apiKey"),
            Pattern.compile("memberships\\.oauth\\.(clientSecret|refreshToken)"),
            Pattern.compile("store\\.(key|rekey)"),
            Pattern.compile("(live|goLive)(\\..*)?"));

    private static final Pattern PASSWORD = Pattern.compile("(?i)(password|sslpassword)=[^&]*");

    private final Environment environment;
    private final Map<String, String> values = new TreeMap<>();

    private Settings(Environment environment) {
        this.environment = environment;
    }

    /** Sixty-four hexadecimal digits: SHA-256. */
    static String digest(Node.Table root, Environment environment) {
        Settings settings = new Settings(environment);
        settings.add("", root);
        StringBuilder text = new StringBuilder();
        settings.values.forEach((key, value) -> text.append(key.length())
                .append(':')
                .append(key)
                .append('=')
                .append(value.length())
                .append(':')
                .append(value)
                .append('\n'));
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    private void add(String path, Node node) {
        if (LEFT_OUT.stream().anyMatch(key -> key.matcher(path).matches())) {
            return;
        }
        if (node instanceof Node.Table table) {
            table.entries().forEach((key, entry) -> add(path.isEmpty() ? key : path + "." + key, entry.value()));
        } else if (node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                add(path + "[" + i + "]", items.items().get(i));
            }
        } else if (node instanceof Node.Text text) {
            // A mistake in a value was told when the value was read.
            String filled = environment.fill(text.value(), text.line(), path, new Mistakes(path));
            values.put(path, path.equals("store.url") ? PASSWORD.matcher(filled).replaceAll("$1=") : filled);
        }
    }
}
