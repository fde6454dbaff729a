/** The documentation of running mappings, and what drifted from it. */
@NullMarked
package dev.membersync.sync.document;

import org.jspecify.annotations.NullMarked;
