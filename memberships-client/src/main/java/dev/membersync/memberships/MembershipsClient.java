package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.policy.Safety;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client of one account of the Memberships API. Thread-safe; one instance serves a whole application, so that all its
 * calls share one rate budget.
 *
 * <pre>{@code
 * try (var client = MembershipsClient.builder(MembershipsProfile.STANDARD)
 *         .baseUrl(URI.create("https://memberships.example.org"))
 *         .apiKey(Secret.of(key))
 *         .build()) {
 *     client.users().list().forEach(user -> handle(user));
 * }
 * }</pre>
 */
public final class MembershipsClient implements AutoCloseable {

    private final MembershipsProfile profile;
    private final ApiClient wire;
    private final Runnable release;
    private final UsersApi users;
    private final MembersApi members;
    private final PaymentsApi payments;

    MembershipsClient(MembershipsProfile profile, ApiClient wire, Runnable release) {
        this.profile = profile;
        this.wire = wire;
        this.release = release;
        this.users = new UsersApi(wire, profile);
        this.members = new MembersApi(users, profile.capabilities());
        this.payments = new PaymentsApi(wire, profile);
    }

    /** A builder for this dialect; base URL (where the profile has none) and credentials are required. */
    public static MembershipsClientBuilder builder(MembershipsProfile profile) {
        return new MembershipsClientBuilder(profile);
    }

    /** The users, faithful to the wire. */
    public UsersApi users() {
        return users;
    }

    /** The members, as a synchronisation sees them. */
    public MembersApi members() {
        return members;
    }

    /** The payments of members. */
    public PaymentsApi payments() {
        return payments;
    }

    /** The dialect that this client speaks. */
    public MembershipsProfile profile() {
        return profile;
    }

    /** Every operation of the dialect, in the order of the profile. Unmodifiable. */
    public List<Operation> operations() {
        return List.copyOf(profile.operations().values());
    }

    /** Calls an endpoint that this client does not know; as the other form, without a body. */
    public Call<String> call(String method, String path, Safety safety) {
        return call(method, path, safety, null);
    }

    /**
     * Calls an endpoint that this client does not know, with the same credentials, limits, retries and errors.
     *
     * @param method the HTTP method in capitals
     * @param path   the path below the base URL with its query, percent-encoded by the caller; begins with a slash
     * @param safety what sending it twice would do; decides whether it is retried
     * @param body   maps, lists, texts, numbers and booleans to send as JSON, or null for no body
     * @return a call that gives the body of the reply as text, empty when it has none
     * @throws IllegalArgumentException when the path is none
     */
    public Call<String> call(String method, String path, Safety safety, @Nullable Object body) {
        // Without the slash a path could continue the host name, and the key would go to another server.
        if (!path.startsWith("/") || path.contains("{")) {
            throw new IllegalArgumentException("the path must begin with a slash and have no variables");
        }
        Operation operation = new Operation(
                "call " + method, method, path, safety, Optional.empty(), Confidence.INFERRED, "the caller");
        CallBuilder call = wire.call(operation);
        return (body == null ? call : call.json(body)).reader(reply -> new String(reply, StandardCharsets.UTF_8));
    }

    /** Releases the connections, unless the transport was lent by the caller. */
    @Override
    public void close() {
        release.run();
    }
}
