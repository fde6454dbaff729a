/** Several processes share the tenants of one PostgreSQL; one of them is killed, and nobody is lost or doubled. */
@NullMarked
package dev.membersync.examples.cluster;

import org.jspecify.annotations.NullMarked;
