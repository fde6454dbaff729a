/** Reviews as people see and answer them. */
@NullMarked
package dev.membersync.sync.review;

import org.jspecify.annotations.NullMarked;
