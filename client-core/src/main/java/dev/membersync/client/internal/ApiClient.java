package dev.membersync.client.internal;

import dev.membersync.client.CallListener;
import dev.membersync.client.Operation;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.http.Transport;
import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.time.Time;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** One vendor as seen by its typed client: where it is, how to authenticate, how to read its replies. Thread-safe. */
public final class ApiClient {
    final String baseUrl;
    final Transport transport;
    final Time time;
    final RetryPolicy retry;
    final RateBudget budget;
    final Optional<TokenProvider> tokens;
    final String authHeader;
    final String authPrefix;
    final Duration deadline;
    final ReplyReader replies;
    final RateReader rates;
    final Map<String, String> headers;
    final CallListener listener;
    final CallLog log;
    final Redactor redactor;
    final RequestOptions options;

    private ApiClient(Builder builder) {
        baseUrl = stripped(builder.baseUrl);
        transport = builder.transport;
        time = builder.time;
        retry = builder.retry;
        budget = builder.budget;
        tokens = builder.tokens;
        authHeader = builder.authHeader;
        authPrefix = builder.authPrefix;
        deadline = builder.deadline;
        replies = builder.replies;
        rates = builder.rates;
        headers = Map.copyOf(builder.headers);
        listener = builder.listener;
        redactor = new Redactor(builder.shownQuery);
        log = new CallLog(builder.shownHeaders, redactor);
        options = RequestOptions.none();
    }

    private ApiClient(ApiClient shared, RequestOptions options) {
        baseUrl = shared.baseUrl;
        transport = shared.transport;
        time = shared.time;
        retry = shared.retry;
        budget = shared.budget;
        tokens = shared.tokens;
        authHeader = shared.authHeader;
        authPrefix = shared.authPrefix;
        deadline = shared.deadline;
        replies = shared.replies;
        rates = shared.rates;
        headers = shared.headers;
        listener = shared.listener;
        redactor = shared.redactor;
        log = shared.log;
        this.options = options;
    }

    /** This client, everything shared, whose calls ask the budget in another lane unless they say otherwise. */
    public ApiClient inLane(Lane lane) {
        return new ApiClient(this, options.withLane(lane));
    }

    /** Starts a client of the service below a base URL, which may have a path. */
    public static Builder builder(URI baseUrl, Transport transport, Time time) {
        return new Builder(baseUrl, transport, time);
    }

    /** Starts a call. */
    public CallBuilder call(Operation operation) {
        return new CallBuilder(this, operation);
    }

    /** The budget that all calls of this client pay from. */
    public RateBudget budget() {
        return budget;
    }

    private static String stripped(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Settings of a client; every one but address, transport and time has a default. */
    public static final class Builder {
        private final URI baseUrl;
        private final Transport transport;
        private final Time time;
        private RetryPolicy retry;
        private RateBudget budget = RateBudget.unlimited();
        private Optional<TokenProvider> tokens = Optional.empty();
        private String authHeader = "Authorization";
        private String authPrefix = "Bearer ";
        private Duration deadline = Duration.ofSeconds(30);
        private ReplyReader replies = ReplyReader.byStatus();
        private RateReader rates = RateReader.none();
        private CallListener listener = CallListener.NONE;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final TreeSet<String> shownHeaders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        private final TreeSet<String> shownQuery = new TreeSet<>();

        private Builder(URI baseUrl, Transport transport, Time time) {
            this.baseUrl = baseUrl;
            this.transport = transport;
            this.time = time;
            this.retry = RetryPolicy.standard(new SharedRandom(new SplittableRandom(time.nanos())));
            headers.put("Accept", "application/json");
            headers.put("User-Agent", "membersync");
        }

        /** Default: {@link RetryPolicy#standard}. */
        public Builder retry(RetryPolicy retry) {
            this.retry = retry;
            return this;
        }

        /** Default: {@link RateBudget#unlimited()}. */
        public Builder budget(RateBudget budget) {
            this.budget = budget;
            return this;
        }

        /** Default: no credentials. */
        public Builder tokens(TokenProvider tokens) {
            this.tokens = Optional.of(tokens);
            return this;
        }

        /** The header that carries the token and what stands before it; default {@code Authorization: Bearer x}. */
        public Builder auth(String header, String prefix) {
            this.authHeader = header;
            this.authPrefix = prefix;
            return this;
        }

        /** For a whole call with waits and retries; default 30 s. */
        public Builder deadline(Duration deadline) {
            this.deadline = deadline;
            return this;
        }

        /** Default: {@link ReplyReader#byStatus()}. */
        public Builder replies(ReplyReader replies) {
            this.replies = replies;
            return this;
        }

        /** Default: {@link RateReader#none()}. */
        public Builder rates(RateReader rates) {
            this.rates = rates;
            return this;
        }

        /** Default: {@link CallListener#NONE}. */
        public Builder listener(CallListener listener) {
            this.listener = new QuietListener(listener);
            return this;
        }

        /** A header of every request; {@code Accept} and {@code User-Agent} have defaults. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Reply headers that a log line may show; default none. */
        public Builder showHeaders(String... names) {
            shownHeaders.addAll(java.util.List.of(names));
            return this;
        }

        /** Query keys whose values a log line and a description may show; default none. */
        public Builder showQuery(String... keys) {
            shownQuery.addAll(java.util.List.of(keys));
            return this;
        }

        /**
         * Checks the address and builds.
         *
         * @throws IllegalArgumentException when the base URL is no plain http(s) address, or one that the transport
         *     refuses
         */
        public ApiClient build() {
            String scheme =
                    baseUrl.getScheme() == null ? "" : baseUrl.getScheme().toLowerCase(Locale.ROOT);
            if (!(scheme.equals("https") || scheme.equals("http")) || baseUrl.getHost() == null) {
                throw new IllegalArgumentException("the base URL must be an absolute https:// address");
            }
            if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null || baseUrl.getRawUserInfo() != null) {
                throw new IllegalArgumentException("the base URL must have no query, fragment or user part");
            }
            transport.check(baseUrl);
            return new ApiClient(this);
        }
    }
}
