/** Invoices on HighLevel: drafted, sent, voided, read, and paid by payments that were received elsewhere. */
@NullMarked
package dev.membersync.memberships.invoice;

import org.jspecify.annotations.NullMarked;
