/**
 * Rules for prices, places and codes of an event: a pure evaluation over a frozen snapshot gives a plan; the plan is
 * carried out step by step over one port for each system, so that both agree afterwards or somebody is told.
 */
@NullMarked
package dev.membersync.eventops.pricing;

import org.jspecify.annotations.NullMarked;
