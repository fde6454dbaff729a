/** What can go wrong with a call, told in one sentence that a person can act on. */
@NullMarked
package dev.membersync.client.error;

import org.jspecify.annotations.NullMarked;
