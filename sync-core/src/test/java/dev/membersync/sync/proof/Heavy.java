package dev.membersync.sync.proof;

/** Whether the long suites run: {@code -Pheavy}. */
final class Heavy {
    private Heavy() {}

    static boolean isOn() {
        return Boolean.getBoolean("heavy");
    }

    /** One number for every build, and a larger one for the long suites. */
    static int of(int usual, int heavy) {
        return isOn() ? heavy : usual;
    }
}
