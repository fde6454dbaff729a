/** The location that a client speaks for, and the custom fields that are defined there. */
@NullMarked
package dev.membersync.memberships.location;

import org.jspecify.annotations.NullMarked;
