package dev.membersync.client.auth;

import dev.membersync.client.auth.Landing.Unsaved;
import dev.membersync.client.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens that are renewed before they expire and when they are refused; safe for use by many threads, and by many
 * processes over a {@link TokenStore} that they share.
 *
 * <ul>
 *   <li>However many calls need a new token, one renewal is under way. Among processes the store's lease sees to that, and
 *       whoever gets it looks first whether another one has renewed already.
 *   <li>A new grant is saved before anybody gets it. If it cannot be saved, calls fail with {@link TokenStoreException} and
 *       the grant is kept in memory to be saved with the next call: the vendor may have spent the old refresh token.
 *   <li>That a renewal begins is saved before it is sent. After a crash or a lost answer the same refresh token is sent
 *       again, first at once and then with each use, since vendors answer such a repetition with the same pair for a while.
 *   <li>While a token is still good, a renewal that fails is logged and tried again later; no call notices.
 *   <li>A refused renewal is an {@link dev.membersync.client.error.AuthException} of the reason {@code RECONNECT_NEEDED};
 *       for some seconds it is answered without asking the vendor again.
 * </ul>
 */
public final class RenewingTokens implements TokenProvider {
    private static final Logger LOG = LoggerFactory.getLogger(RenewingTokens.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final RenewalSettings settings;
    private final Time time;
    private final Duration renewAhead;
    private final Duration refusalMemory;
    private final Object lock = new Object();
    private volatile @Nullable Current current;
    private @Nullable Secret rejected;
    private @Nullable CompletableFuture<Current> flight;
    private Optional<Unsaved> unsaved = Optional.empty();
    private @Nullable RuntimeException refusal;
    private long refusedUntil;
    private long quietUntil;
    private Duration pause = FIRST_PAUSE;

    RenewingTokens(RenewalSettings settings, Duration renewAhead, Duration refusalMemory) {
        this.settings = settings;
        this.time = settings.time();
        this.renewAhead = renewAhead;
        this.refusalMemory = refusalMemory;
        this.quietUntil = time.nanos();
    }

    /** Starts with the parts that have no default. */
    public static RenewingTokensBuilder builder(TokenStore store, String key, Renewal renewal) {
        return new RenewingTokensBuilder(store, key, renewal);
    }

    @Override
    public CompletableFuture<AccessToken> token(Optional<AccessToken> refused) {
        Current known = current;
        if (known != null && refused.isEmpty() && time.instant().isBefore(known.renewAt())) {
            return known.token();
        }
        return demand(refused.map(AccessToken::value)).thenCompose(Current::token);
    }

    @Override
    public boolean refreshable() {
        return true;
    }

    /**
     * The grant whose token calls get now, read from the store or renewed if there is none yet; for its scopes and facts.
     */
    public CompletableFuture<Grant> grant() {
        return demand(Optional.empty()).thenApply(Current::grant);
    }

    /** What can be used now, or when a flight has landed; a dependent future of it can be cancelled without harm. */
    private CompletableFuture<Current> demand(Optional<Secret> refused) {
        Flight starting = null;
        CompletableFuture<Current> answer;
        synchronized (lock) {
            Current known = current;
            if (refused.isPresent() && (known == null || known.carries(refused.get()))) {
                rejected = refused.get();
                known = known == null ? null : known.renewAt(Instant.MIN);
                current = known;
            }
            Current usable = known != null && usable(known.grant()) ? known : null;
            if (usable != null && (time.instant().isBefore(usable.renewAt()) || time.nanos() - quietUntil < 0)) {
                return CompletableFuture.completedFuture(usable);
            }
            if (usable == null && refusal != null && time.nanos() - refusedUntil < 0) {
                return CompletableFuture.failedFuture(refusal);
            }
            if (flight == null) {
                CompletableFuture<Current> landing = new CompletableFuture<>();
                Optional<Secret> stale =
                        known != null ? Optional.of(known.grant().accessToken()) : Optional.ofNullable(rejected);
                flight = landing;
                starting = new Flight(settings, stale, unsaved, outcome -> landed(outcome, landing));
            }
            answer = usable != null ? CompletableFuture.completedFuture(usable) : flight;
        }
        if (starting != null) {
            starting.start();
        }
        return answer;
    }

    private void landed(Landing outcome, CompletableFuture<Current> waiting) {
        Current known;
        synchronized (lock) {
            flight = null;
            unsaved = outcome.unsaved();
            outcome.failure().ifPresentOrElse(this::pause, this::resume);
            Instant now = time.instant();
            Optional<Grant> old = Optional.ofNullable(current).map(Current::grant);
            known = outcome.grant()
                    .filter(grant -> outcome.failure().isEmpty() || usable(grant))
                    .or(() -> old.filter(this::usable))
                    .map(grant -> Current.of(grant, outcome.settled() ? renewAt(grant, now) : now))
                    .orElse(null);
            current = known != null ? known : current;
        }
        outcome.failure()
                .ifPresent(e -> LOG.warn("The token of {} could not be renewed. {}", settings.key(), e.toString()));
        if (known != null) {
            waiting.complete(known);
        } else {
            waiting.completeExceptionally(outcome.failure().orElseThrow());
        }
    }

    private void pause(RuntimeException failure) {
        quietUntil = time.nanos() + pause.toNanos();
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        refusal = RenewalFailures.lasting(failure) ? failure : null;
        refusedUntil = time.nanos() + refusalMemory.toNanos();
    }

    private void resume() {
        quietUntil = time.nanos();
        pause = FIRST_PAUSE;
        refusal = null;
        rejected = null;
    }

    private boolean usable(Grant grant) {
        return !grant.expired(time.instant()) && !grant.accessToken().equals(rejected);
    }

    /** Not before half of what is left has passed: a token that lives shortly is not renewed with each call. */
    private Instant renewAt(Grant grant, Instant now) {
        if (grant.expiresAt().isEmpty()) {
            return Instant.MAX;
        }
        Instant ahead = grant.expiresAt().get().minus(renewAhead);
        Instant half = now.plus(Duration.between(now, grant.expiresAt().get()).dividedBy(2));
        return ahead.isAfter(half) ? ahead : half;
    }

    /**
     * What calls use.
     *
     * @param grant the grant
     * @param token its access token, the same object for all
     * @param renewAt from when on to look for a newer one
     */
    private record Current(Grant grant, CompletableFuture<AccessToken> token, Instant renewAt) {
        static Current of(Grant grant, Instant renewAt) {
            AccessToken token = new AccessToken(grant.accessToken(), grant.expiresAt(), grant.scopes());
            return new Current(grant, CompletableFuture.completedFuture(token), renewAt);
        }

        Current renewAt(Instant at) {
            return new Current(grant, token, at);
        }

        boolean carries(Secret token) {
            return grant.accessToken().equals(token);
        }
    }
}
