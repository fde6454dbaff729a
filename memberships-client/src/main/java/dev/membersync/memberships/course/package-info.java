/** Courses on HighLevel: their content is imported; nobody is enrolled through the API. */
@NullMarked
package dev.membersync.memberships.course;

import org.jspecify.annotations.NullMarked;
