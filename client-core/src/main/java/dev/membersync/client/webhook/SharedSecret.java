package dev.membersync.client.webhook;

import dev.membersync.client.auth.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Compares what stands in one place of a request with a secret that both sides know. */
final class SharedSecret implements SignatureVerifier {
    private final List<Secret> secrets;
    private final BiFunction<Delivery, Predicate<String>, Verdict> place;

    private SharedSecret(List<Secret> secrets, BiFunction<Delivery, Predicate<String>, Verdict> place) {
        this.secrets = HeaderCheck.atLeastOne(secrets, "secret");
        this.place = place;
    }

    static SharedSecret inHeader(String header, List<Secret> secrets) {
        return new SharedSecret(secrets, (delivery, known) -> HeaderCheck.of(delivery, header, known));
    }

    static SharedSecret inQuery(String parameter, List<Secret> secrets) {
        return new SharedSecret(
                secrets,
                (delivery, known) -> HeaderCheck.of(values(delivery.target().orElse(""), parameter + "="), known));
    }

    static SharedSecret inPath(List<Secret> secrets) {
        return new SharedSecret(secrets, (delivery, known) -> {
            String path = delivery.target().orElse("").split("\\?", 2)[0];
            if (path.isEmpty()) {
                return Verdict.MISSING;
            }
            long hits = Arrays.stream(path.split("/")).filter(known).count();
            return hits == 1 ? Verdict.VALID : Verdict.INVALID;
        });
    }

    @Override
    public Verdict verify(Delivery delivery) {
        return place.apply(delivery, this::known);
    }

    private static List<String> values(String target, String start) {
        int query = target.indexOf('?') + 1;
        return query == 0
                ? List.of()
                : Arrays.stream(target.substring(query).split("&"))
                        .filter(part -> part.startsWith(start))
                        .map(part -> part.substring(start.length()))
                        .toList();
    }

    private boolean known(String value) {
        byte[] given = value.getBytes(StandardCharsets.UTF_8);
        boolean same = false;
        for (Secret secret : secrets) {
            same |= MessageDigest.isEqual(secret.reveal().getBytes(StandardCharsets.US_ASCII), given);
        }
        return same;
    }
}
