package dev.membersync.sync.adapter;

import java.math.BigDecimal;

/**
 * What a payment is recorded on.
 *
 * @param id its id
 * @param currency its currency
 * @param total what it costs, in major units
 */
record Paper(String id, String currency, BigDecimal total) {}
