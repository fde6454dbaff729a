/**
 * One view over an event: a dataset of facts at one moment, figures made of it by rows of formulas, and the report of them
 * as JSON, CSV, OpenMetrics text and one page of HTML. No names and no addresses: a person is a keyed pseudonym.
 */
@org.jspecify.annotations.NullMarked
package dev.membersync.eventops.analytics;
