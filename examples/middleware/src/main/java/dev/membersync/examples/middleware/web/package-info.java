/** What comes in over HTTP: hooks of both services, and pages for people. */
@NullMarked
package dev.membersync.examples.middleware.web;

import org.jspecify.annotations.NullMarked;
