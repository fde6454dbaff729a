package dev.membersync.sync.payment;

/**
 * One line of a journal entry.
 *
 * @param account where
 * @param money debit above zero, credit below
 */
public record Posting(Account account, Money money) {}
