/**
 * Erasure of a person from the store and from both services, export of what they hold of a person, and retention. Ports for
 * what is outside are defined here.
 */
@NullMarked
package dev.membersync.eventops.privacy;

import org.jspecify.annotations.NullMarked;
