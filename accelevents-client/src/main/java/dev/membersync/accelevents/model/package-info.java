/** What Accelevents sends and takes, as immutable values: unknown words are kept as they came and unknown fields are kept in {@code extra}. */
@NullMarked
package dev.membersync.accelevents.model;

import org.jspecify.annotations.NullMarked;
