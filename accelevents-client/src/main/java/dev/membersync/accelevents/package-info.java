/**
 * The client of Accelevents: one value per event, one method per endpoint, and registering an attendee as one operation that can be resumed.
 *
 * <p>Vendor facts carry a source and a mark: DOC (vendor page), SPEC (vendor schema), LIVE (code that talks to the real service), OLD (the vendor's 2017 web
 * app), 3RD (third-party transcript), INFER (our deduction).
 */
@NullMarked
package dev.membersync.accelevents;

import org.jspecify.annotations.NullMarked;
