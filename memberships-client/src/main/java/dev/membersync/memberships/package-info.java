/**
 * A typed client of the Memberships API: its staff users, the members as the synchronisation sees them, contacts and payments.
 * Start at {@link dev.membersync.memberships.MembershipsClient}; which dialect of the API is spoken is the data of a
 * {@link dev.membersync.memberships.profile.MembershipsProfile}.
 */
@NullMarked
package dev.membersync.memberships;

import org.jspecify.annotations.NullMarked;
