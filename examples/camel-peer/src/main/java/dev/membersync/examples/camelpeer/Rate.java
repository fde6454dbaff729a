package dev.membersync.examples.camelpeer;

/** At most so many calls in each period. */
record Rate(int calls, long millis) {
    static Rate parse(String text) {
        if (!text.matches("[1-9]\\d{0,6}/[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException("--rate takes calls and seconds, such as 100/10");
        }
        int slash = text.indexOf('/');
        return new Rate(Integer.parseInt(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)) * 1_000);
    }

    /** A little longer, because calls do not arrive in the rhythm in which they were sent. */
    Rate slower() {
        return new Rate(calls, millis + Math.max(100, millis * 3 / 100));
    }
}
