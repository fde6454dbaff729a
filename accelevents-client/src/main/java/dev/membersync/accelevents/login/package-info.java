/** Sessions of people who sign in, and what only a signed-in buyer may read. */
@NullMarked
package dev.membersync.accelevents.login;

import org.jspecify.annotations.NullMarked;
