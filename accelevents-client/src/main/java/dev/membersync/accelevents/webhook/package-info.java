/**
 * Receives the webhooks of Accelevents. Nothing about them is published but that they exist, so a body is a hint at records
 * to look at again, never a source of truth.
 */
@NullMarked
package dev.membersync.accelevents.webhook;

import org.jspecify.annotations.NullMarked;
