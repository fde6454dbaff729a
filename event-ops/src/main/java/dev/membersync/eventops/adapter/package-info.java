/** Event operations at the two services: the only package here that uses their clients. */
@NullMarked
package dev.membersync.eventops.adapter;

import org.jspecify.annotations.NullMarked;
