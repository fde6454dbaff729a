/** Members to attendees with Apache Camel, a peer for the benchmarks; {@link dev.membersync.examples.camelpeer.CamelPeer} tells all. */
@NullMarked
package dev.membersync.examples.camelpeer;

import org.jspecify.annotations.NullMarked;
