/** A whole application around the library: one class for each command of its command line. */
@NullMarked
package dev.membersync.examples.syncapp;

import org.jspecify.annotations.NullMarked;
