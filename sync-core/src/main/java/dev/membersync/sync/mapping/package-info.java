/** Mapped fields: how a value is read on one side, compared and written on the other, and how it may fail alone. */
@NullMarked
package dev.membersync.sync.mapping;

import org.jspecify.annotations.NullMarked;
