/** Requests, replies and the one-method transport that carries them. */
@NullMarked
package dev.membersync.client.http;

import org.jspecify.annotations.NullMarked;
