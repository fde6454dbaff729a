package dev.membersync.accelevents;

import dev.membersync.accelevents.event.Events;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Operations;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.login.Logins;
import dev.membersync.accelevents.login.MyTickets;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.upload.Uploads;
import dev.membersync.client.Call;
import dev.membersync.client.CallListener;
import dev.membersync.client.Confidence;
import dev.membersync.client.Experimental;
import dev.membersync.client.Operation;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.JdkTransport;
import dev.membersync.client.http.Transport;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.policy.Safety;
import dev.membersync.client.time.Time;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client of one Accelevents organisation. Immutable and safe for many threads; keep one and share it, since it also keeps the ticket settings and forms that
 * registrations share.
 */
public final class AcceleventsClient implements AutoCloseable {
    /** The production service (SPEC, DOC). */
    public static final URI PRODUCTION = URI.create("https://api.accelevents.com");

    private record Place(String url, Optional<OccurrenceId> occurrence) {}

    private final ApiClient api;
    private final Wire wire;
    private final Optional<JdkTransport> owned;
    private final Map<Place, EventScope> events = new ConcurrentHashMap<>();

    private AcceleventsClient(Builder builder) {
        owned = builder.transport.isPresent()
                ? Optional.empty()
                : Optional.of(JdkTransport.builder().time(builder.time).build());
        api = Wiring.api(builder, builder.transport.or(() -> owned).orElseThrow());
        wire = new Wire(api, builder.dialect, builder.time);
    }

    /** Starts a client with the organisation's API key, which the owner of the account generates at the console (DOC). */
    public static Builder builder(Secret apiKey) {
        return new Builder(Optional.of(apiKey), false);
    }

    /**
     * Starts a client of a person who signed in: the token travels as {@code Authorization}, raw (OLD, LIVE), whatever header the dialect names for a key. {@link #logins}
     * gives such a token.
     */
    @Experimental
    public static Builder session(Secret accessToken) {
        return new Builder(Optional.of(accessToken), true);
    }

    /** Starts a client without credentials: for {@link #logins} and the few pages that need none. */
    public static Builder anonymous() {
        return new Builder(Optional.empty(), false);
    }

    /**
     * One event by its address, the part after {@code /events/} of its page. Nothing is called.
     *
     * @throws IllegalArgumentException for an empty address or one with a slash
     */
    public EventScope event(String url) {
        if (url.isBlank() || url.contains("/")) {
            throw new IllegalArgumentException("name the event by the part after /events/ of its page");
        }
        return scope(new Place(url, Optional.empty()));
    }

    /** The organisation's events and organisers. */
    public Events events() {
        return new Events(wire);
    }

    /** Pictures and answer files. */
    public Uploads uploads() {
        return new Uploads(wire);
    }

    /** Signing in as a person; a client with an API key needs none of it. */
    @Experimental
    public Logins logins() {
        return new Logins(wire);
    }

    /** The orders of the person this client's session belongs to; see {@link #session}. */
    public MyTickets myTickets() {
        return new MyTickets(wire);
    }

    /** Every endpoint this client knows, with what is known about it. */
    public List<Operation> operations() {
        return Operations.all();
    }

    /** The ids of the operations whose body or path no vendor page shows; their methods are marked {@link dev.membersync.client.Experimental}. */
    public Set<String> experimental() {
        return Operations.experimental();
    }

    /** The budget that all calls of this client share. */
    public RateBudget rateBudget() {
        return api.budget();
    }

    /**
     * Calls an endpoint this client does not know and gives the body of a successful reply as text. Refusals are understood as for every other call.
     *
     * @param path the path from {@code /rest/} on, with its query, encoded
     * @throws IllegalArgumentException when the path does not begin with a slash or cannot be part of an address
     */
    public Call<String> call(String method, String path, Safety safety) {
        return custom(method, path, safety).reader(AcceleventsClient::text);
    }

    /** As {@link #call(String, String, Safety)}, with a JSON body made of maps, lists, texts, numbers and booleans. */
    public Call<String> call(String method, String path, Safety safety, Object body) {
        return custom(method, path, safety).json(body).reader(AcceleventsClient::text);
    }

    /** Releases the transport when this client made it; one that was lent stays open. */
    @Override
    public void close() {
        owned.ifPresent(JdkTransport::close);
    }

    private CallBuilder custom(String method, String path, Safety safety) {
        // Anything else could continue the host name, and the key would go elsewhere.
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("the path must begin with one slash");
        }
        return api.call(
                Operation.of("call", method.toUpperCase(Locale.ROOT), path, safety, Confidence.INFERRED, "the caller"));
    }

    private EventScope scope(Place place) {
        var known = events.get(place);
        return known != null ? known : events.computeIfAbsent(place, this::newScope);
    }

    private EventScope newScope(Place place) {
        var event = new EventWire(wire, place.url(), place.occurrence());
        return new EventScope(event, occurrence -> scope(new Place(place.url(), Optional.of(occurrence))));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Settings of a client; all but the credential have defaults. */
    public static final class Builder {
        final Optional<Secret> credential;
        final boolean session;
        URI baseUrl = PRODUCTION;
        Optional<Transport> transport = Optional.empty();
        Time time = Time.system();
        Optional<RateBudget> budget = Optional.empty();
        Optional<RetryPolicy> retry = Optional.empty();
        Duration deadline = Duration.ofSeconds(30);
        CallListener listener = CallListener.NONE;
        AcceleventsDialect dialect = AcceleventsDialect.DEFAULT;

        private Builder(Optional<Secret> credential, boolean session) {
            this.credential = credential;
            this.session = session;
        }

        /** Where the service is; default {@link #PRODUCTION}. */
        public Builder baseUrl(URI url) {
            baseUrl = url;
            return this;
        }

        /** What carries the requests; default an own {@link JdkTransport}, closed with the client. */
        public Builder transport(Transport lent) {
            transport = Optional.of(lent);
            return this;
        }

        /** Clock and waiting; default {@link Time#system()}. */
        public Builder time(Time clock) {
            time = clock;
            return this;
        }

        /** What calls are paced by; default 100 per 10 s, an assumption: the vendor publishes no limit. */
        public Builder rateBudget(RateBudget shared) {
            budget = Optional.of(shared);
            return this;
        }

        /** When a failed attempt is repeated; default {@link RetryPolicy#standard}. */
        public Builder retry(RetryPolicy policy) {
            retry = Optional.of(policy);
            return this;
        }

        /** The time a whole call may take, with waits and retries; default 30 s. */
        public Builder deadline(Duration duration) {
            deadline = duration;
            return this;
        }

        /** Who is told of attempts, waits and ends; default nobody. */
        public Builder listener(CallListener watcher) {
            listener = watcher;
            return this;
        }

        /** Spellings of which two circulate; default {@link AcceleventsDialect#DEFAULT}. */
        public Builder dialect(AcceleventsDialect spellings) {
            dialect = spellings;
            return this;
        }

        /**
         * Builds the client; nothing is called.
         *
         * @throws IllegalArgumentException for a base URL that the client or its transport refuses
         */
        public AcceleventsClient build() {
            return new AcceleventsClient(this);
        }
    }
}
