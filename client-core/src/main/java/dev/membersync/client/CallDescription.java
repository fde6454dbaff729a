package dev.membersync.client;

/**
 * A call as a dry run prints it.
 *
 * @param operation the operation's id
 * @param method the HTTP method
 * @param path the path with its ids, and the query with values that are not allow-listed masked
 * @param redactedBody the JSON body with its texts masked, or the keys of a form; empty when there is none
 */
public record CallDescription(String operation, String method, String path, String redactedBody) {
    @Override
    public String toString() {
        return redactedBody.isEmpty() ? method + " " + path : method + " " + path + " " + redactedBody;
    }
}
