/** The registration form: what is asked, of whom, and which answers are taken. */
@NullMarked
package dev.membersync.accelevents.form;

import org.jspecify.annotations.NullMarked;
