/** The contacts of a location: on HighLevel, the people that members are. */
@NullMarked
package dev.membersync.memberships.contact;

import org.jspecify.annotations.NullMarked;
