/**
 * Webhooks of the Memberships API: a receiver that verifies, deduplicates and types deliveries, and a signer for tests.
 * Start at {@link dev.membersync.memberships.webhook.WebhookReceiver}; the rules are W1 to W10 of rulings.md.
 */
@NullMarked
package dev.membersync.memberships.webhook;

import org.jspecify.annotations.NullMarked;
