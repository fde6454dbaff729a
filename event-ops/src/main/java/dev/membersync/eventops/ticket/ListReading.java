package dev.membersync.eventops.ticket;

/**
 * What a gate found in the bytes of a list.
 *
 * @param <E> what the list says of a serial
 */
public sealed interface ListReading<E extends ListEntry> {
    /**
     * An update with a good signature.
     *
     * @param update to be applied
     * @param <E> what the list says of a serial
     */
    record Genuine<E extends ListEntry>(ListUpdate<E> update) implements ListReading<E> {}

    /**
     * Bytes that change nothing.
     *
     * @param why what is wrong with them
     * @param <E> what the list says of a serial
     */
    record Refused<E extends ListEntry>(Refusal why) implements ListReading<E> {}
}
