/** What the tests of all modules draw their inputs with. */
@NullMarked
package dev.membersync.property;

import org.jspecify.annotations.NullMarked;
