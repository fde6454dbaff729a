/** Events themselves: their public and host views, their creation, and the organisers they belong to. */
@NullMarked
package dev.membersync.accelevents.event;

import org.jspecify.annotations.NullMarked;
