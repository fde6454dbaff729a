/** The vendor's error codes: what each means and what to do about it. */
@NullMarked
package dev.membersync.accelevents.error;

import org.jspecify.annotations.NullMarked;
