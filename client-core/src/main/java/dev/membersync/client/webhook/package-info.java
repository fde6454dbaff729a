/**
 * What a receiver of signed webhooks needs whoever sends them: a delivery as raw bytes, verifiers that never fall back to
 * a weaker scheme, and a list of the addresses deliveries may come from. No web framework is needed.
 */
@NullMarked
package dev.membersync.client.webhook;

import org.jspecify.annotations.NullMarked;
