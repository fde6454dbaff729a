package dev.membersync.testkit;

/**
 * One operation of a fake.
 *
 * @param id stable name, such as {@code orders.pay}
 * @param method HTTP method
 * @param template path with its variables in braces
 * @param kind what it does to the state
 */
public record Operation(String id, String method, String template, Kind kind) {
    /** What an operation does to the state. */
    public enum Kind {
        /** Reads one thing. */
        READ,
        /** Reads a page of a list. */
        LIST,
        /** May change state. */
        WRITE
    }

    /** The operation of a request that matches no route. */
    static final Operation UNKNOWN = new Operation("unknown", "*", "*", Kind.READ);

    static Operation read(String id, String template) {
        return new Operation(id, "GET", template, Kind.READ);
    }

    static Operation list(String id, String template) {
        return new Operation(id, "GET", template, Kind.LIST);
    }

    static Operation write(String id, String method, String template) {
        return new Operation(id, method, template, Kind.WRITE);
    }
}
