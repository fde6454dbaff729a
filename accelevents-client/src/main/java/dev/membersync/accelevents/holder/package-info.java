/** The answers of ticket holders and buyers: read whole, changed, written whole. */
@NullMarked
package dev.membersync.accelevents.holder;

import org.jspecify.annotations.NullMarked;
