/** Single methods, measured by JMH beside what they stand on. */
@NullMarked
package dev.membersync.examples.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
