package dev.membersync.sync.config;

/**
 * A single value of a file.
 *
 * @param line its line
 * @param path the path of its key
 * @param raw as written: what messages may show
 * @param value with the variables of the environment filled in: what may be a secret
 */
record Scalar(int line, String path, String raw, String value) {
    private static final int SHOWN = 60;

    /** The text as written, in quotes and not too long. */
    String shown() {
        return "\"" + (raw.length() <= SHOWN ? raw : raw.substring(0, SHOWN) + "...") + "\"";
    }

    @Override
    public String toString() {
        return path;
    }
}
