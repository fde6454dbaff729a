/** A call over loopback, with everything the network of one machine costs. */
@NullMarked
package dev.membersync.examples.benchmarks.loopback;

import org.jspecify.annotations.NullMarked;
