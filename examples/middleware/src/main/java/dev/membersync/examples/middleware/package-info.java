/** membersync inside a Spring Boot application. */
@NullMarked
package dev.membersync.examples.middleware;

import org.jspecify.annotations.NullMarked;
