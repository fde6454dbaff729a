/**
 * How news comes in: webhooks of both services and of other tools, whatever the web framework; and what the engine tells
 * while it runs live. News only ever marks records to look at again; no body is kept.
 */
@NullMarked
package dev.membersync.sync.intake;

import org.jspecify.annotations.NullMarked;
