package dev.membersync.sync.adapter;

import dev.membersync.sync.record.Registration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One ticket in a list.
 *
 * @param registration the ticket and its holder as far as this list shows them
 * @param tag the member id in our order note, where the list shows notes
 * @param age smaller is older, where the list says so
 */
public record DeskRow(Registration registration, Optional<String> tag, OptionalLong age) {}
