/** The ids of Accelevents, each a type of its own, since their many spellings on the wire are easily mixed up. */
@NullMarked
package dev.membersync.accelevents.id;

import org.jspecify.annotations.NullMarked;
