/** Tickets as pictures: QR codes to print and to show, and camera frames read back. */
@NullMarked
package dev.membersync.eventops.image;

import org.jspecify.annotations.NullMarked;
