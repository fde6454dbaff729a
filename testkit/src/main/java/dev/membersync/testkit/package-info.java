/**
 * Stateful fakes of the Memberships API and of Accelevents: plain objects that answer requests, an HTTP shell around them, faults per request, and logs that prove what
 * really happened on the far side of the wire.
 */
@NullMarked
package dev.membersync.testkit;

import org.jspecify.annotations.NullMarked;
