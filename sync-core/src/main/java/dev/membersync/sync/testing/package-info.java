/** What users' own tests call. */
@NullMarked
package dev.membersync.sync.testing;

import org.jspecify.annotations.NullMarked;
