/** Words and maps as values of this client need them. */
@NullMarked
package dev.membersync.accelevents.internal.value;

import org.jspecify.annotations.NullMarked;
