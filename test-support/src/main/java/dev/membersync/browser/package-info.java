/** A browser for tests of pages. */
@NullMarked
package dev.membersync.browser;

import org.jspecify.annotations.NullMarked;
