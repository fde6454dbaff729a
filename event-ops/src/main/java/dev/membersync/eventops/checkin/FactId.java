package dev.membersync.eventops.checkin;

import java.util.Comparator;

/**
 * The name of a fact: the device that made it and the number it gave it. A device numbers all its facts, scans and others,
 * in one sequence and never gives a number twice; one that lost its count takes a new device id.
 *
 * @param device the device's id, 1 to 64 ASCII letters, digits and {@code ._:-}; a name of a thing, not of a person
 * @param sequence its count, from 1
 */
public record FactId(String device, long sequence) implements Comparable<FactId> {
    private static final Comparator<FactId> ORDER =
            Comparator.comparing(FactId::device).thenComparingLong(FactId::sequence);

    public FactId {
        if (!device.matches("[A-Za-z0-9._:-]{1,64}") || sequence < 1) {
            throw new IllegalArgumentException(
                    "a fact has a device id of 1 to 64 letters, digits and ._:- and a sequence number from 1");
        }
    }

    @Override
    public int compareTo(FactId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return device + "-" + sequence;
    }
}
