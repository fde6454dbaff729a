/** JSON in and out of the command line; the only place of the application that knows a JSON library. */
@NullMarked
package dev.membersync.examples.syncapp.internal;

import org.jspecify.annotations.NullMarked;
