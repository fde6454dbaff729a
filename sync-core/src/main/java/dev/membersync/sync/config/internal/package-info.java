/** YAML text as a tree that knows its lines; the only place of the configuration that knows a parser. */
@NullMarked
package dev.membersync.sync.config.internal;

import org.jspecify.annotations.NullMarked;
