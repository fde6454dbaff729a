package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.Safety;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.contact.ContactsApi;
import dev.membersync.memberships.course.CoursesApi;
import dev.membersync.memberships.internal.Wire;
import dev.membersync.memberships.invoice.InvoicesApi;
import dev.membersync.memberships.location.CustomFieldsApi;
import dev.membersync.memberships.location.LocationsApi;
import dev.membersync.memberships.oauth.OAuthApi;
import dev.membersync.memberships.payment.CouponsApi;
import dev.membersync.memberships.payment.OrdersApi;
import dev.membersync.memberships.payment.PaymentsApi;
import dev.membersync.memberships.payment.SubscriptionsApi;
import dev.membersync.memberships.payment.TransactionsApi;
import dev.membersync.memberships.product.PricesApi;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.StaffWrites;
import dev.membersync.memberships.user.UsersApi;
import dev.membersync.memberships.webhook.WebhookReceiver;
import dev.membersync.memberships.webhook.WebhookReceiverBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final ApiClient calls;
    private final Wire wire;
    private final Access access;
    private final Runnable release;
    private final UsersApi users;
    private final MembersApi members;
    private final PaymentsApi payments;
    private final OAuthApi oauth;
    private final Optional<MemberSettings> settings;
    private final StaffWrites staffWrites;
    private final CustomFieldBook book;
    private final Time time;

    MembershipsClient(
            ApiClient calls,
            Wire wire,
            Access access,
            Optional<MemberSettings> settings,
            StaffWrites staffWrites,
            CustomFieldBook book,
            Time time,
            Runnable release) {
        this.calls = calls;
        this.wire = wire;
        this.access = access;
        this.release = release;
        this.users = new UsersApi(wire, staffWrites);
        this.members = wire.profile().members() == MemberSource.USERS
                ? new UserMembers(wire, users)
                : settings.<MembersApi>map(found -> new ContactMembers(wire, new ContactsApi(wire), found, book))
                        .orElseGet(NoMembers::new);
        this.payments = new PaymentsApi(wire);
        this.oauth = new OAuthApi(wire, time);
        this.settings = settings;
        this.staffWrites = staffWrites;
        this.book = book;
        this.time = time;
    }

    /** A builder for this dialect; base URL (where the profile has none) and credentials are required. */
    public static MembershipsClientBuilder builder(MembershipsProfile profile) {
        return new MembershipsClientBuilder(profile);
    }

    /**
     * This client, whose calls ask the rate budget in another lane; the default is {@link Lane#LIVE}. To close it has no
     * effect.
     */
    public MembershipsClient inLane(Lane lane) {
        Wire lanes = wire.inLane(lane);
        return new MembershipsClient(
                calls.inLane(lane), lanes, access, settings, staffWrites, book.over(lanes), time, () -> {});
    }

    /** The users, faithful to the wire. */
    public UsersApi users() {
        return users;
    }

    /** The members, as a synchronisation sees them. */
    public MembersApi members() {
        return members;
    }

    /** How contacts are members, where they are. */
    public Optional<MemberSettings> memberSettings() {
        return settings;
    }

    /** The payments of members. */
    public PaymentsApi payments() {
        return payments;
    }

    /** The contacts of the location, on profiles that have such. */
    public ContactsApi contacts() {
        return new ContactsApi(wire);
    }

    /** The location, on profiles that have such. */
    public LocationsApi locations() {
        return new LocationsApi(wire);
    }

    /** The custom fields of the location, on profiles that have such. */
    public CustomFieldsApi customFields() {
        return new CustomFieldsApi(wire);
    }

    /** What an app may do in a company; see {@link dev.membersync.memberships.oauth.OAuthClient} for getting access. */
    public OAuthApi oauth() {
        return oauth;
    }

    /**
     * Learns whether the credentials are granted what these operations need, without sending anything beside what a token
     * costs. The rights of a key cannot be read (DOC, memberships-api.md 1.2): for one this does nothing, and {@link
     * MembersApi#check} asks.
     *
     * @return whether the rights are known
     * @throws dev.membersync.client.error.AuthException when one is missing; the message names it and what needs it
     * @throws UnsupportedOperationException when the profile has no such operation
     */
    public boolean checkScopes(Collection<String> operationIds) {
        return access.check(operationIds.stream()
                .map(id -> wire.profile().route(id).operation())
                .toList());
    }

    /**
     * The scopes that the credentials were granted, without sending anything beside what a token costs. Empty when they are
     * not known, as those of a key (DOC, memberships-api.md 1.2).
     */
    public Set<String> grantedScopes() {
        return access.granted();
    }

    /**
     * Learns before anything else is done whether members can be read: from the granted scopes where they are known, else
     * by one cheap call. Custom fields that the settings of members name cost another one.
     *
     * @throws dev.membersync.client.error.AuthException when they cannot; the message names the missing right
     * @throws UnknownCustomFieldException when the settings of members name a custom field that is not there
     */
    public void checkAccess() {
        boolean known = checkScopes(members.operations());
        (known ? members.checkSettings() : Optional.of(members.check())).ifPresent(Call::execute);
    }

    /** The orders, on HighLevel. */
    public OrdersApi orders() {
        return new OrdersApi(wire);
    }

    /** The money that moved, on HighLevel. */
    public TransactionsApi transactions() {
        return new TransactionsApi(wire);
    }

    /** The subscriptions, on HighLevel. */
    public SubscriptionsApi subscriptions() {
        return new SubscriptionsApi(wire);
    }

    /** The coupons, on HighLevel. */
    public CouponsApi coupons() {
        return new CouponsApi(wire);
    }

    /** The invoices, on HighLevel. */
    public InvoicesApi invoices() {
        return new InvoicesApi(wire);
    }

    /** The prices of products, on HighLevel. */
    public PricesApi prices() {
        return new PricesApi(wire);
    }

    /** The courses, on HighLevel. */
    public CoursesApi courses() {
        return new CoursesApi(wire);
    }

    /**
     * Begins a receiver of webhooks that takes those of this client's location and company, proven as the profile says. The
     * STANDARD contract names no scheme (DOC, memberships-api.md 7.1): choose a verifier there.
     */
    public WebhookReceiverBuilder webhooks() {
        WebhookReceiverBuilder builder = WebhookReceiver.builder(wire.profile()).time(time);
        wire.knownLocation().ifPresent(id -> builder.locations(List.of(id)));
        wire.knownCompany().ifPresent(id -> builder.companies(List.of(id)));
        return builder;
    }

    /** The dialect that this client speaks. */
    public MembershipsProfile profile() {
        return wire.profile();
    }

    /** Every operation of the dialect, in the order of the profile. Unmodifiable. */
    public List<Operation> operations() {
        return wire.profile().operations();
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
        CallBuilder call = calls.call(operation);
        return (body == null ? call : call.json(body)).reader(reply -> new String(reply, StandardCharsets.UTF_8));
    }

    /** Releases the connections, unless the transport was lent by the caller. */
    @Override
    public void close() {
        release.run();
    }
}
