package dev.membersync.client.internal;

import dev.membersync.client.auth.Secret;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes what a request carried as a secret out of what came back: a service may quote in a refusal what it was sent. */
final class Hidden {
    /** Shorter ones stand in ordinary words by chance, and keep nothing safe. */
    private static final int SHORTEST = 6;

    private final List<String> secrets;

    private Hidden(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Hides these, in clear and as a URL writes them; one that holds another goes first. */
    static Hidden of(Collection<Secret> secrets) {
        return new Hidden(secrets.stream()
                .map(Secret::reveal)
                .filter(text -> text.length() >= SHORTEST)
                .flatMap(text -> Stream.of(text, Percent.encode(text)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** The text with {@code ***} where a secret stood. */
    String in(String text) {
        String rest = text;
        for (String secret : secrets) {
            rest = rest.replace(secret, "***");
        }
        return rest;
    }
}
