/** The site: all pages of the documentation, to be read without a network. */
@NullMarked
package dev.membersync.examples.guide.site;

import org.jspecify.annotations.NullMarked;
