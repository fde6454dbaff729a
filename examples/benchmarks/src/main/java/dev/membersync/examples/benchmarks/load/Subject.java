package dev.membersync.examples.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is measured: a program that keeps both services in step. */
interface Subject {
    /** How it is called in tables. */
    String name();

    /** Whether it can do this at all. */
    boolean does(World.Task task);

    /** What follows {@code java} and its own options: class path, main class and arguments. Files that it needs are written into the folder. */
    List<String> command(World world) throws IOException;

    /** Where hooks are received, when this line that it printed says so. */
    Optional<URI> hooks(String line);

    /** Whether this line that it printed says that it is ready for them. */
    boolean ready(String line);

    /** Whether a process that ended so did all that it could. */
    boolean done(int exit);
}
