package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A map of plain data at a path: reads keys as what they are, and in the end refuses those that nobody read. */
final class Form {
    private final String path;
    private final Map<?, ?> values;
    private final Set<String> read = new HashSet<>();

    private Form(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    static Form of(String path, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new RuleFormException(path, "give keys and values here");
        }
        return new Form(path, map);
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    RuleFormException wrong(String key, String problem) {
        return new RuleFormException(path(key), problem);
    }

    /** Reads the whole; keys that are left over are refused, and what a constructor refuses is told with the path. */
    static <T> T whole(Form form, Function<Form, T> reader) {
        T result = form.told("", () -> reader.apply(form));
        for (Object key : form.values.keySet()) {
            if (!form.read.contains(String.valueOf(key))) {
                throw form.wrong(
                        String.valueOf(key),
                        "there is no such key; known are "
                                + form.read.stream().sorted().toList());
            }
        }
        return result;
    }

    private <T> T told(String key, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuleFormException told) {
            throw told;
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw new RuleFormException(key.isEmpty() ? path : path(key), String.valueOf(refused.getMessage()));
        }
    }

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        values.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    Optional<Object> value(String key) {
        read.add(key);
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            if (String.valueOf(entry.getKey()).equals(key)) {
                return Optional.ofNullable(entry.getValue());
            }
        }
        return Optional.empty();
    }

    <T> Optional<T> scalar(String key, String form, Function<String, T> reader) {
        return value(key).map(value -> {
            if (value instanceof Map || value instanceof List) {
                throw wrong(key, "give " + form);
            }
            try {
                return reader.apply(String.valueOf(value).strip());
            } catch (RuleFormException told) {
                throw told;
            } catch (RuntimeException refused) {
                throw wrong(key, "give " + form);
            }
        });
    }

    Optional<String> text(String key) {
        return scalar(key, "a text", text -> text);
    }

    String needed(String key) {
        return text(key).filter(text -> !text.isEmpty()).orElseThrow(() -> wrong(key, "it is missing"));
    }

    OptionalLong whole(String key) {
        return scalar(key, "a whole number", text -> new BigDecimal(text).longValueExact())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    Optional<BigDecimal> decimal(String key) {
        return scalar(key, "a number", BigDecimal::new);
    }

    boolean flag(String key, boolean otherwise) {
        return scalar(key, "true or false", text -> {
                    Checks.check(text.equals("true") || text.equals("false"), "true or false");
                    return text.equals("true");
                })
                .orElse(otherwise);
    }

    Optional<Duration> span(String key) {
        return scalar(key, "a length of time such as 10m, 24h or 7d", Spans::read);
    }

    Optional<LocalDateTime> moment(String key) {
        return scalar(key, "a local time such as 2026-09-01T00:00", LocalDateTime::parse);
    }

    Optional<Money> money(String key, String currency) {
        return value(key).map(value -> told(key, () -> Money.of(amount(key, value), currency)));
    }

    private BigDecimal amount(String key, Object value) {
        try {
            return new BigDecimal(String.valueOf(value).strip());
        } catch (NumberFormatException none) {
            throw wrong(key, "give an amount such as 25.00");
        }
    }

    <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return scalar(key, "one of " + words(type), text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    Optional<Form> section(String key) {
        return value(key).map(value -> of(path(key), value));
    }

    <T> Optional<T> section(String key, Function<Form, T> reader) {
        return section(key).map(form -> whole(form, reader));
    }

    /** A list, or a single value instead of one. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(key)) {
            if (item instanceof Map || item instanceof List) {
                throw wrong(key, "give a list of texts");
            }
            texts.add(String.valueOf(item));
        }
        return texts;
    }

    List<?> list(String key) {
        Optional<Object> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        return value.get() instanceof List<?> list ? list : List.of(value.get());
    }
}
