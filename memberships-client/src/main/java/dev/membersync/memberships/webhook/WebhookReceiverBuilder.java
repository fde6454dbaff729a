package dev.membersync.memberships.webhook;

import dev.membersync.client.time.Time;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.memberships.profile.HighLevelSignatures;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Puts a {@link WebhookReceiver} together; begin with {@link WebhookReceiver#builder}. Not thread-safe. */
public final class WebhookReceiverBuilder {
    private Optional<SignatureVerifier> verifier;
    private boolean legacyRsa;
    private Optional<String> app = Optional.empty();
    private Optional<Predicate<String>> locations = Optional.empty();
    private Optional<Predicate<String>> companies = Optional.empty();
    private Optional<SeenDeliveries> seen = Optional.empty();
    private Optional<IpAllowList> addresses = Optional.empty();
    private Optional<Duration> window = Optional.empty();
    private int largest = 1 << 20;
    private Duration retryAfter = Duration.ofSeconds(60);
    private Time time = Time.system();

    WebhookReceiverBuilder(Optional<SignatureVerifier> scheme) {
        verifier = scheme;
    }

    /**
     * How deliveries are proven. Default: the scheme of the profile. For the STANDARD contract, which names none, one of {@link SignatureVerifier#hmacSha256} and {@link SignatureVerifier#sharedSecret}.
     */
    public WebhookReceiverBuilder verifier(SignatureVerifier value) {
        verifier = Optional.of(value);
        return this;
    }

    /** Whether the old RSA signature counts where there is no newer one. Default: no. */
    public WebhookReceiverBuilder legacyRsa(boolean value) {
        legacyRsa = value;
        return this;
    }

    /** Our app; events that name another have no effect. Default: any. */
    public WebhookReceiverBuilder appId(String value) {
        app = Optional.of(value);
        return this;
    }

    /** Our locations; events of others, and those that name none, have no effect. Default: any. */
    public WebhookReceiverBuilder locations(Collection<String> ids) {
        return locations(Set.copyOf(ids)::contains);
    }

    /** Our locations, asked each time: with an app that is installed while we run. */
    public WebhookReceiverBuilder locations(Predicate<String> known) {
        locations = Optional.of(known);
        return this;
    }

    /** Our agencies, for events that name no location. Default: any, none once locations are set. */
    public WebhookReceiverBuilder companies(Collection<String> ids) {
        companies = Optional.of(Set.copyOf(ids)::contains);
        return this;
    }

    /** Where deliveries may come from. Default: anywhere. */
    public WebhookReceiverBuilder allowFrom(IpAllowList value) {
        addresses = Optional.of(value);
        return this;
    }

    /**
     * How far the time stamp may be from now, to either side and edge included. Default: any distance, because a repetition
     * may come more than an hour later, and nobody says whether it carries a new time (DOC, memberships-api.md 6.3).
     *
     * @throws IllegalArgumentException when it is negative
     */
    public WebhookReceiverBuilder replayWindow(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("the replay window is negative");
        }
        window = Optional.of(value);
        return this;
    }

    /** Where ids are remembered. Default: {@link SeenDeliveries#inMemory(Time)}. */
    public WebhookReceiverBuilder seen(SeenDeliveries value) {
        seen = Optional.of(value);
        return this;
    }

    /** The largest body in bytes. Default: 1 MiB. */
    public WebhookReceiverBuilder largestBody(int bytes) {
        largest = bytes;
        return this;
    }

    /** When a sender should repeat what could not be taken. Default: 60 seconds. */
    public WebhookReceiverBuilder retryAfter(Duration value) {
        retryAfter = value;
        return this;
    }

    /** The source of time. Default: the system's. */
    public WebhookReceiverBuilder time(Time value) {
        time = value;
        return this;
    }

    /**
     * Builds the receiver.
     *
     * @throws IllegalStateException when the profile names no scheme and no verifier was chosen
     */
    public WebhookReceiver build() {
        SignatureVerifier chosen = verifier.orElseThrow(() -> new IllegalStateException(
                "the profile names no way to prove webhooks: set verifier to an HMAC or a shared secret"));
        WebhookReceiver.Settings settings = new WebhookReceiver.Settings(
                legacyRsa ? chosen.orWhenMissing(HighLevelSignatures.legacy()) : chosen,
                addresses,
                new Ownership(app, locations, companies),
                window,
                seen.orElseGet(() -> SeenDeliveries.inMemory(time)),
                largest,
                retryAfter,
                time);
        return new WebhookReceiver(settings, new Tally(), Optional.empty());
    }
}
