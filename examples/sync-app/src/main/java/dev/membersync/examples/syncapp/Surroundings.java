package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a run of the application touches besides files and services.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param environment the variables of the environment
 * @param time the time
 */
public record Surroundings(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Time time) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
