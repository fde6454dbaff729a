/** Credentials: secrets that never print and the providers that hand them to a call. */
@NullMarked
package dev.membersync.client.auth;

import org.jspecify.annotations.NullMarked;
