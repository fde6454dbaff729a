/** Both services inside the application, to look at it without accounts. */
@NullMarked
package dev.membersync.examples.middleware.demo;

import org.jspecify.annotations.NullMarked;
