package dev.membersync.examples.camelpeer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The answer of the order step. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OrderReply(long orderId) {}
