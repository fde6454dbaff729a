/** What is remembered between runs: links, observed records, intents, work, cursors, reviews, dead letters and the audit. No personal data. */
@NullMarked
package dev.membersync.sync.store;

import org.jspecify.annotations.NullMarked;
