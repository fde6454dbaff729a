/** A field mapper of one's own. */
@NullMarked
package dev.membersync.examples.mapper;

import org.jspecify.annotations.NullMarked;
