/** Ready workflows as data. */
@NullMarked
package dev.membersync.sync.workflow;

import org.jspecify.annotations.NullMarked;
