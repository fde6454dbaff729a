package dev.membersync.eventops.pricing;

import java.time.Instant;

/**
 * Two systems that may not agree: somebody has to know.
 *
 * @param id names it, and the saga behind it
 * @param kind {@code IN_DOUBT} or {@code NOT_TAKEN_BACK}
 * @param message what happened
 * @param nextStep what happens by itself, and what a person can do
 * @param openedAt when it happened first
 */
public record PricingIncident(String id, String kind, String message, String nextStep, Instant openedAt) {}
