/** Whole processes under load: the same work for each of them, between the same services, judged by what the services hold afterwards. */
@NullMarked
package dev.membersync.examples.benchmarks.load;

import org.jspecify.annotations.NullMarked;
