package dev.membersync.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Headers, tokens and error bodies of HIGHLEVEL. Source: reference notes on its errors (LIVE and SPEC). */
final class HighLevelDialect extends MembershipsDialect {
    private static final Set<String> VERSIONS = Set.of("v3", "2023-02-21", "2021-07-28", "2021-04-15");
    private static final Set<String> V3_ONLY =
            Set.of("oauth.locationTokenV3", "oauth.installedLocationsV3", "contacts.campaigns.removeAllV3");

    private final HighLevelState state;
    private final Tokens tokens;
    private final Map<String, Rule> rules;
    private final Routes routes;

    HighLevelDialect(HighLevelState state, Tokens tokens, Map<String, Rule> rules, Routes routes) {
        super(Map.of());
        this.state = state;
        this.tokens = tokens;
        this.rules = rules;
        this.routes = routes;
    }

    @Override
    public void authorise(Operation operation, FakeRequest request) {
        Rule rule = rules.get(operation.id());
        if (rule == null || rule.level() == Rule.Level.NONE) {
            return;
        }
        String version =
                request.header("version").orElseThrow(() -> Tokens.unauthorized("version header was not found."));
        if (!VERSIONS.contains(version)) {
            throw Tokens.unauthorized("version header is invalid");
        }
        if (V3_ONLY.contains(operation.id()) && !version.equals("v3")) {
            throw new Refusal(notFound(request));
        }
        Principal who = tokens.require(request, state.now());
        level(rule.level(), who);
        if (!rule.scope().equals("-") && !who.scopes().contains(rule.scope())) {
            throw Tokens.unauthorized("The token is not authorized for this scope.");
        }
    }

    private static void level(Rule.Level level, Principal who) {
        if (level == Rule.Level.LOCATION && who.company()) {
            throw Tokens.unauthorized("Token's user type mismatch!");
        }
        if (level == Rule.Level.COMPANY_APP && !who.oauth()) {
            throw Tokens.unauthorized("This authClass type is not allowed to access this scope.");
        }
        if ((level == Rule.Level.COMPANY || level == Rule.Level.COMPANY_APP) && !who.company()) {
            throw new Refusal(error(403, "Forbidden resource", "Forbidden"));
        }
    }

    static Refusal foreignLocation() {
        return new Refusal(error(403, "The token does not have access to this location.", "Forbidden"));
    }

    /** A mis-cased path is 401, not 404 (LIVE); its text is not on record. */
    @Override
    public FakeReply unknownRoute(FakeRequest request) {
        return routes.matchesIgnoringCase(request) ? error(401, "Unauthorized", "Unauthorized") : notFound(request);
    }

    private static FakeReply notFound(FakeRequest request) {
        return error(404, "Cannot " + request.method() + " " + request.path(), "Not Found");
    }

    /** A location and a company have a bucket each. */
    @Override
    public String bucket(FakeRequest request) {
        return tokens.find(request).map(Principal::resource).orElse("");
    }

    /** Puts a trace id into a JSON object; spliced in, for bodies of pages are large. A 429 is answered before anything traces it. */
    @Override
    public FakeReply finished(FakeReply reply) {
        byte[] body = reply.body();
        boolean object = body.length > 2 && body[0] == '{';
        if (!state.switches().traceId() || reply.status() == 429 || !object) {
            return reply;
        }
        byte[] trace = (",\"traceId\":\"" + state.traces().uuid() + "\"}").getBytes(UTF_8);
        byte[] traced = Arrays.copyOf(body, body.length - 1 + trace.length);
        System.arraycopy(trace, 0, traced, body.length - 1, trace.length);
        return new FakeReply(reply.status(), reply.headers(), traced, reply.ending(), reply.delay());
    }
}
