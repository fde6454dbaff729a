/** The programme: speakers and sessions, which the vendor replaces whole on every write. */
@NullMarked
package dev.membersync.accelevents.session;

import org.jspecify.annotations.NullMarked;
