package dev.membersync.testkit;

import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.Set;

/** Credentials and general failures of Accelevents. */
final class AcceleventsDialect implements Dialect {
    private final Set<String> keys;
    private final Accounts accounts;
    private final InstantSource time;
    private final AcceleventsSwitches switches;
    private final WireQuirks quirks;

    AcceleventsDialect(Set<String> keys, Accounts accounts, InstantSource time, AcceleventsSwitches switches) {
        this.keys = Set.copyOf(keys);
        this.accounts = accounts;
        this.time = time;
        this.switches = switches;
        this.quirks = new WireQuirks(switches);
    }

    /** The {@code Key} header works everywhere (SPEC), the key as Bearer token on GET and for images only (LIVE); the fee needs neither (DOC). A session token may stand for a key. */
    @Override
    public void authorise(Operation operation, FakeRequest request) {
        if (accounts.admits(operation, request, time.instant())) {
            return;
        }
        boolean open = operation.id().equals("fees.calculate");
        boolean key = keys.contains(request.header("key").orElse(""));
        String authorization = request.header("authorization").orElse("");
        boolean bearer = authorization.startsWith("Bearer ") && keys.contains(authorization.substring(7));
        boolean known = switch (switches.authentication()) {
            case "Key" -> key;
            case "Authorization" -> keys.contains(authorization);
            case "Bearer" -> bearer;
            default ->
                key
                        || (bearer
                                && (request.method().equals("GET")
                                        || operation.id().equals("uploads.image")));
        };
        if (!open && !known) {
            throw VendorError.of("4010101", "Not authorized");
        }
    }

    @Override
    public FakeReply finished(FakeReply reply) {
        return quirks.of(reply);
    }

    @Override
    public FakeReply unknownRoute(FakeRequest request) {
        return VendorError.reply("4040000", "No such resource");
    }

    @Override
    public FakeReply malformed(String reason) {
        return VendorError.validation(400, reason);
    }

    @Override
    public FakeReply tooMany(OptionalLong retryAfter) {
        FakeReply reply = FakeReply.html(429, "Too Many Requests");
        return retryAfter.isPresent() ? reply.with("retry-after", String.valueOf(retryAfter.getAsLong())) : reply;
    }

    @Override
    public FakeReply unprocessable() {
        return VendorError.validation(422, "The request could not be processed");
    }

    @Override
    public boolean showsRateHeaders() {
        return false;
    }
}
