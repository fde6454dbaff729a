/** The templates of event operations, as data, and what they open on a tenant. */
@NullMarked
package dev.membersync.eventops.config;

import org.jspecify.annotations.NullMarked;
