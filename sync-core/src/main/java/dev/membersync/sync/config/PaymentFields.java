package dev.membersync.sync.config;

/**
 * The fields of the registration form for a member's payment.
 *
 * @param status the label of the field for its status
 * @param id the label of the field for its id
 */
public record PaymentFields(String status, String id) {}
