/** Registering attendees as one operation that can be resumed at any step. */
@NullMarked
package dev.membersync.accelevents.registration;

import org.jspecify.annotations.NullMarked;
