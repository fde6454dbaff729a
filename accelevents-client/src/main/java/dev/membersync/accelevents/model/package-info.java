/** Values that all rooms share: people, answers, dates, and the spellings that can be switched. */
@NullMarked
package dev.membersync.accelevents.model;

import org.jspecify.annotations.NullMarked;
