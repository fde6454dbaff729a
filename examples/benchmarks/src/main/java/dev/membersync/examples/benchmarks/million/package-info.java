/** A million links: what a process needs for them, and whether a record costs the same as among a thousand. */
@NullMarked
package dev.membersync.examples.benchmarks.million;

import org.jspecify.annotations.NullMarked;
