package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.text.Nearest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of a section. What a mistake stands for is any valid value: such a configuration is never used. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%\\s*and\\s*(\\d{1,9})");
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
    private static final URI NOWHERE = URI.create("https://invalid");

    private final Section section;

    private Values(Section section) {
        this.section = section;
    }

    static Values of(Section section) {
        return new Values(section);
    }

    Optional<String> text(String key) {
        section.shape(key).of(SchemaTypes.TEXT);
        return section.scalar(key).map(Scalar::value).filter(value -> isText(key, value));
    }

    String text(String key, String otherwise) {
        if (!otherwise.isEmpty()) {
            section.shape(key).standard(otherwise);
        }
        return text(key).orElse(otherwise);
    }

    Secret secret(String key, String remedy) {
        section.shape(key).of(SchemaTypes.TEXT);
        return section.required(key, remedy).map(this::secret).orElseGet(Values::none);
    }

    Optional<Secret> secret(String key) {
        section.shape(key).of(SchemaTypes.TEXT);
        return section.scalar(key).map(this::secret);
    }

    /** An address; the default counts when the key is not there. */
    URI url(String key, Optional<URI> otherwise, boolean insecure) {
        section.shape(key).of(SchemaTypes.url());
        if (otherwise.isPresent()) {
            section.shape(key).standard(otherwise.get().toString());
            if (!section.has(key)) {
                return otherwise.get();
            }
        }
        Optional<Scalar> written = otherwise.isPresent()
                ? section.scalar(key)
                : section.required(key, "write the address of the service, such as \"https://service.example.org\"");
        return written.map(value -> url(value, insecure)).orElse(NOWHERE);
    }

    boolean flag(String key) {
        return word(key, Map.of("true", true, "false", false), false);
    }

    /** One of several words. */
    <T> T word(String key, Map<String, T> words, T otherwise) {
        words.entrySet().stream()
                .filter(word -> word.getValue().equals(otherwise))
                .findFirst()
                .ifPresent(word -> section.shape(key).standard(SchemaTypes.word(word.getKey())));
        return word(key, words).orElse(otherwise);
    }

    /** One of several words; empty when there is none, or another one. */
    <T> Optional<T> word(String key, Map<String, T> words) {
        section.shape(key).of(SchemaTypes.words(words.keySet()));
        Optional<Scalar> scalar = section.scalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        T found = words.get(scalar.get().value());
        if (found == null) {
            section.mistake(
                    key,
                    scalar.get().shown() + " is not one of "
                            + String.join(", ", words.keySet().stream().sorted().toList())
                            + Nearest.to(scalar.get().raw(), words.keySet())
                                    .map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse(""));
        }
        return Optional.ofNullable(found);
    }

    /** A whole number of at least {@code least}. */
    long whole(String key, long least, long most, long otherwise) {
        section.shape(key).of(SchemaTypes.whole(least, most));
        if (otherwise >= least) {
            section.shape(key).standard(otherwise);
        }
        Optional<Scalar> scalar = section.scalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        String text = scalar.get().value().strip().replace("_", "");
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            section.mistake(key, scalar.get().shown() + " is not a whole number from " + least + " to " + most);
            return otherwise;
        }
        return Long.parseLong(text);
    }

    Duration duration(String key, Duration otherwise) {
        section.shape(key).of(SchemaTypes.matching(DURATION)).standard(otherwise.toSeconds() + "s");
        Optional<Scalar> scalar = section.scalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(scalar.get().value().strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            section.mistake(key, scalar.get().shown() + " is not a duration; write a number and ms, s, m or h: 10s");
            return otherwise;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    Share share(String key, Share otherwise) {
        section.shape(key).of(SchemaTypes.matching(SHARE)).standard(shown(otherwise));
        Optional<Scalar> scalar = section.scalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        Matcher matcher = SHARE.matcher(scalar.get().value().strip());
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > 100) {
            section.mistake(
                    key, scalar.get().shown() + " is not a guard; write a percentage and a number: \"10% and 20\"");
            return otherwise;
        }
        return new Share(Double.parseDouble(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    private static String shown(Share share) {
        return Double.toString(share.percent()).replaceFirst("\\.0$", "") + "% and " + share.floor();
    }

    static RateLimit rate(Section section, RateLimit standard) {
        Values values = of(section);
        int calls = (int) values.whole("calls", 1, 1_000_000, standard.calls());
        Duration per = values.duration("per", standard.per());
        long daily =
                values.whole("daily", 1, Integer.MAX_VALUE, standard.daily().orElse(0));
        section.end();
        RateLimit rate = new RateLimit(calls, per, daily == 0 ? OptionalInt.empty() : OptionalInt.of((int) daily));
        // What a user writes overrides what replies say, unless they allow less.
        return section.has("calls") ? rate.asFixed() : rate;
    }

    private boolean isText(String key, String value) {
        if (value.isBlank()) {
            section.mistake(key, "this value is empty");
        }
        return !value.isBlank();
    }

    private Secret secret(Scalar scalar) {
        try {
            Secret secret = Secret.of(scalar.value());
            Credential.remains(scalar.value())
                    .ifPresent(what -> section.mistakes().add(scalar.line(), scalar.path(), what));
            return secret;
        } catch (IllegalArgumentException e) {
            // Environment has told of a variable that is not set.
            if (!scalar.value().isEmpty() || !scalar.raw().contains("${")) {
                section.mistakes().add(scalar.line(), scalar.path(), e.getMessage() + "; copy it again");
            }
            return none();
        }
    }

    private static Secret none() {
        return Secret.of("none");
    }

    private URI url(Scalar scalar, boolean insecure) {
        String problem = problem(scalar, insecure);
        if (!problem.isEmpty()) {
            section.mistakes().add(scalar.line(), scalar.path(), problem);
            return NOWHERE;
        }
        return URI.create(scalar.value());
    }

    private static String problem(Scalar scalar, boolean insecure) {
        URI uri;
        try {
            uri = new URI(scalar.value());
        } catch (URISyntaxException e) {
            return "this is not an address; write it like \"https://service.example.org\"";
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        if (uri.getRawUserInfo() != null) {
            return "an address must not hold a user name or password; the key belongs in apiKey";
        }
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return "an address begins with https:// and a host name";
        }
        if (scheme.equals("http")
                && !insecure
                && !LOOPBACK.matcher(uri.getHost()).matches()) {
            return "http:// would send the key in the clear; write https://, or set allowInsecure: true beside it";
        }
        return uri.getRawQuery() == null && uri.getRawFragment() == null ? "" : "an address has no ? and no # here";
    }
}
