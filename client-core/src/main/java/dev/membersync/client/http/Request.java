package dev.membersync.client.http;

import dev.membersync.client.auth.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent.
 *
 * @param method the HTTP method in capitals
 * @param uri the absolute address
 * @param headers plain headers; a name or value that cannot be a header is refused without repeating the value
 * @param secrets headers whose value must never be shown
 * @param body the body, not copied: nobody may change it
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are handed on, never compared
public record Request(
        String method, URI uri, Map<String, String> headers, Map<String, Secret> secrets, Optional<byte[]> body) {
    /** Checks header names and values. */
    public Request {
        headers.forEach(Request::check);
        secrets.keySet().forEach(name -> check(name, ""));
        headers = Map.copyOf(headers);
        secrets = Map.copyOf(secrets);
    }

    /** Method and host: a path may name a person or carry a secret. */
    @Override
    public String toString() {
        return method + " " + uri.getRawAuthority();
    }

    private static void check(String name, String value) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a header without a name");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= 0x20 || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                throw new IllegalArgumentException("a header name has a character that is not allowed, at " + i);
            }
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < 0x20 || c == 0x7f || c > 0xff)) {
                throw new IllegalArgumentException("header " + name + " has a character that no header can carry");
            }
        }
    }
}
