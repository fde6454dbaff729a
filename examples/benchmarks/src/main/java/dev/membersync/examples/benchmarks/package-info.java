/** Measurements of whole processes, each beside what it stands on, in one run on one machine. */
@NullMarked
package dev.membersync.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
