/** The engine's own view of a member and of a registration. No wire type ever appears here, so mappings survive any change of a vendor's API. */
@NullMarked
package dev.membersync.sync.record;

import org.jspecify.annotations.NullMarked;
