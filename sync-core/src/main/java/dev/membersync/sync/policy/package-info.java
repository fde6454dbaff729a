/** Decisions as data: situations and reactions, matching, conflicts and guards. */
@NullMarked
package dev.membersync.sync.policy;

import org.jspecify.annotations.NullMarked;
