package dev.membersync.client.internal;

import dev.membersync.client.Operation;
import dev.membersync.client.auth.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A call with everything filled in but credentials.
 *
 * @param operation the endpoint
 * @param uri where it goes
 * @param path the path with its ids and without its secrets, for descriptions
 * @param query the query as given, for logs and descriptions
 * @param headers the headers, those of the client included
 * @param body the body
 * @param secrets what of all this is a secret, beside the credentials
 * @param shown how a description shows the body
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Prepared(
        Operation operation,
        URI uri,
        String path,
        List<Map.Entry<String, String>> query,
        Map<String, String> headers,
        Optional<byte[]> body,
        List<Secret> secrets,
        Function<byte[], String> shown) {}
