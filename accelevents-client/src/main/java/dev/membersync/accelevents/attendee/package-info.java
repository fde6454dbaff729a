/** The attendee list, and the profile of one attendee. */
@NullMarked
package dev.membersync.accelevents.attendee;

import org.jspecify.annotations.NullMarked;
