/** Comparisons of much text for the tests of all modules: they tell what differs and not the whole. */
@NullMarked
package dev.membersync.compare;

import org.jspecify.annotations.NullMarked;
