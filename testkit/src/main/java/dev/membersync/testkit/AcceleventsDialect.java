package dev.membersync.testkit;

import java.util.OptionalLong;
import java.util.Set;

/** Credentials and general failures of Accelevents. */
final class AcceleventsDialect implements Dialect {
    private final Set<String> keys;

    AcceleventsDialect(Set<String> keys) {
        this.keys = Set.copyOf(keys);
    }

    /** The {@code Key} header works everywhere (SPEC), the key as Bearer token on GET only (LIVE); the fee needs neither (DOC). */
    @Override
    public void authorise(Operation operation, FakeRequest request) {
        boolean open = operation.id().equals("fees.calculate");
        boolean key = keys.contains(request.header("key").orElse(""));
        String bearer = request.header("authorization").orElse("");
        boolean get =
                request.method().equals("GET") && bearer.startsWith("Bearer ") && keys.contains(bearer.substring(7));
        if (!open && !key && !get) {
            throw VendorError.of("4010101", "Not authorized");
        }
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
