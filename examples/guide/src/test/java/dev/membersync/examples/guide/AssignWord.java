package dev.membersync.examples.guide;

import dev.membersync.client.time.Time;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sets a variable to a text, to the time, or to the signature of another one: what a sender of webhooks needs. */
final class AssignWord {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z]+)=(.*)");
    private static final String NOW = "$(date -u +%Y-%m-%dT%H:%M:%SZ)";
    private static final String MAC =
            "$(printf %s \"$BODY\" | openssl dgst -sha256 -hmac \"$HOOK_SECRET\" -r | cut -d' ' -f1)";

    private AssignWord() {}

    /** Does it when the line is an assignment; whether it was one. */
    static boolean run(String line, Walk walk) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            return false;
        }
        walk.environment().put(assignment.group(1), value(assignment.group(2), walk.environment()));
        return true;
    }

    private static String value(String text, Map<String, String> environment) {
        if (text.equals(NOW)) {
            return DateTimeFormatter.ISO_INSTANT.format(Time.system().instant().truncatedTo(ChronoUnit.SECONDS));
        }
        if (text.equals(MAC)) {
            return mac(environment.get("BODY"), environment.get("HOOK_SECRET"));
        }
        if (text.startsWith("$(")) {
            throw new Mistake("nobody knows " + text);
        }
        return CommandLine.parse(text, environment).words().get(0);
    }

    private static String mac(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
