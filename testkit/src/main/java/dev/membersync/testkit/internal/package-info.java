/** The only place of the test kit that touches a JSON parser; it knows nothing of the fakes. */
@NullMarked
package dev.membersync.testkit.internal;

import org.jspecify.annotations.NullMarked;
