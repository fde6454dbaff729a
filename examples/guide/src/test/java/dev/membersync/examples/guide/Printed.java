package dev.membersync.examples.guide;

/**
 * What a command printed.
 *
 * @param status its exit status
 * @param out its standard output
 * @param all both outputs, as a terminal shows them
 */
record Printed(int status, String out, String all) {
    static final Printed NOTHING = new Printed(0, "", "");
}
