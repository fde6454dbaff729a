package dev.membersync.sync.config.internal;

/**
 * Something about a file that no tree can hold.
 *
 * @param line the line
 * @param key the path of the key, empty for the file as a whole
 * @param message what is wrong and what to do; never a value of the file
 */
public record YamlProblem(int line, String key, String message) {}
