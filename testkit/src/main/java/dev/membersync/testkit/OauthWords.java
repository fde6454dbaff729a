package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Token requests and answers in the spelling of version 2 and in that of version 3 (SPEC). */
final class OauthWords {
    private static final Pattern CAMEL = Pattern.compile("([A-Z])");
    private static final List<String> SNAKE = List.of("access_token", "token_type", "expires_in", "refresh_token");

    private OauthWords() {}

    /** A pair as it is answered. */
    static Map<String, Object> shown(String companyId, OauthGrants.Pair pair, boolean camel, boolean refreshable) {
        OauthGrants.Install install = pair.install();
        Map<String, Object> body = Json.map(
                "access_token",
                pair.access(),
                "token_type",
                "Bearer",
                "expires_in",
                pair.seconds(),
                "scope",
                String.join(" ", pair.scopes()),
                "userType",
                install.company() ? "Company" : "Location",
                "companyId",
                companyId,
                "userId",
                "installer000000000000",
                "isBulkInstallation",
                false);
        if (refreshable) {
            body.put("refresh_token", pair.refresh());
            body.put("refreshTokenId", pair.refresh().substring(pair.refresh().length() - 12));
        }
        if (!install.company()) {
            body.put("locationId", install.resource());
        }
        if (camel) {
            SNAKE.stream().filter(body::containsKey).forEach(name -> body.put(camel(name), body.remove(name)));
        }
        return body;
    }

    /** A request with its names in snake case, however they were sent. */
    static JsonObject snake(JsonObject sent) {
        Map<String, Object> snake = new LinkedHashMap<>();
        sent.values()
                .forEach((name, value) ->
                        snake.put(CAMEL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT), value));
        return JsonObject.of(snake);
    }

    private static String camel(String snake) {
        return Pattern.compile("_(.)")
                .matcher(snake)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
