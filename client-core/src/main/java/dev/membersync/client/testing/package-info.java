/** Parts for tests: a transport that follows a script and a time that moves only when told. */
@NullMarked
package dev.membersync.client.testing;

import org.jspecify.annotations.NullMarked;
