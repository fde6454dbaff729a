/** The programs of the documentation. */
@NullMarked
package dev.membersync.examples.guide;

import org.jspecify.annotations.NullMarked;
