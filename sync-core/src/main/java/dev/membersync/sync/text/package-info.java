/** Text by Unicode's rules and in no locale: white space, normal form, word tables and the nearest known word. */
@NullMarked
package dev.membersync.sync.text;

import org.jspecify.annotations.NullMarked;
