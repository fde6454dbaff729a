/** The wire format of Accelevents: how each value is read and written, and how its refusals are understood. */
@NullMarked
package dev.membersync.accelevents.internal;

import org.jspecify.annotations.NullMarked;
