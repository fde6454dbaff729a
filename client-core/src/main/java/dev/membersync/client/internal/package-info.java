/** The machinery under the typed clients; not part of the public contract. */
@NullMarked
package dev.membersync.client.internal;

import org.jspecify.annotations.NullMarked;
