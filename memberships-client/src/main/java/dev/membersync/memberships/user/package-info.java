/** The users of the Memberships API: the members on STANDARD, the staff's logins on HighLevel. */
@NullMarked
package dev.membersync.memberships.user;

import org.jspecify.annotations.NullMarked;
