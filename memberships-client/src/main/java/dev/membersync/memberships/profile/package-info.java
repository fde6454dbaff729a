/** The dialects of the Memberships API, as data: where operations lead to, how lists are paged, how fields are called. */
@NullMarked
package dev.membersync.memberships.profile;

import org.jspecify.annotations.NullMarked;
