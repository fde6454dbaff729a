package dev.membersync.eventops.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Conditions in plain data: {@code always}; {@code {percentSold: {atLeast: 80}, daysToEvent: {below: 30}}}, where all have to
 * hold; {@code {all: [..]}}, {@code {any: [..]}}, {@code {not: ..}}. Comparisons are those of {@link Comparison},
 * {@code between: [low, high]} and {@code in: [..]}; {@code {input: targetFill}} compares with another input.
 */
final class ConditionForm {
    private ConditionForm() {}

    static Condition read(String path, Object value) {
        if ("always".equals(value)) {
            return Condition.always();
        }
        Form form = Form.of(path, value);
        List<Condition> parts = new ArrayList<>();
        for (String key : form.keys()) {
            parts.add(part(form, key));
        }
        if (parts.isEmpty()) {
            throw new RuleFormException(path, "it is empty; write always for a rule that always holds");
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private static Condition part(Form form, String key) {
        Object value = form.value(key).orElseThrow(() -> form.wrong(key, "it is empty"));
        return switch (key) {
            case "all" -> new Condition.All(parts(form, key));
            case "any" -> new Condition.AnyOf(parts(form, key));
            case "not" -> new Condition.Not(read(form.path(key), value));
            default -> comparisons(input(form, key), Form.of(form.path(key), value));
        };
    }

    private static List<Condition> parts(Form form, String key) {
        List<Condition> parts = new ArrayList<>();
        List<?> items = form.list(key);
        for (int i = 0; i < items.size(); i++) {
            parts.add(read(form.path(key) + "[" + i + "]", items.get(i)));
        }
        if (parts.isEmpty()) {
            throw form.wrong(key, "give a list of conditions");
        }
        return parts;
    }

    private static Input input(Form form, String key) {
        try {
            return Input.parse(key);
        } catch (IllegalArgumentException refused) {
            throw form.wrong(key, String.valueOf(refused.getMessage()));
        }
    }

    private static Condition comparisons(Input input, Form form) {
        List<Condition> parts = new ArrayList<>();
        for (String key : form.keys()) {
            try {
                parts.add(comparison(input, form, key));
            } catch (RuleFormException told) {
                throw told;
            } catch (IllegalArgumentException refused) {
                throw form.wrong(key, String.valueOf(refused.getMessage()));
            }
        }
        if (parts.isEmpty()) {
            throw form.wrong("", "say how " + input + " is compared, such as atLeast: 80");
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private static Condition comparison(Input input, Form form, String key) {
        if (key.equals("in")) {
            Set<String> words = form.texts(key).stream().collect(Collectors.toUnmodifiableSet());
            return new Condition.In(input, words);
        }
        if (key.equals("between")) {
            List<?> ends = form.list(key);
            if (ends.size() != 2) {
                throw form.wrong(key, "give two ends, [low, high]");
            }
            return new Condition.Between(
                    input, operand(input, form, key, ends.get(0)), operand(input, form, key, ends.get(1)));
        }
        Comparison comparison = Comparison.of(key)
                .orElseThrow(
                        () -> form.wrong(
                                key,
                                "there is no such comparison; known are is, not, below, atMost, above, atLeast, between and in"));
        Object value = form.value(key).orElseThrow(() -> form.wrong(key, "it is empty"));
        return new Condition.Compare(input, comparison, operand(input, form, key, value));
    }

    private static Operand operand(Input input, Form form, String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() != 1 || !map.containsKey("input")) {
                throw form.wrong(key, "give a value, or input: and the name of another input");
            }
            return new Operand.Of(Input.parse(String.valueOf(map.get("input"))));
        }
        String text = String.valueOf(value).strip();
        try {
            return switch (input.kind().type()) {
                case NUMBER -> new Operand.Quantity(new BigDecimal(text));
                case MOMENT -> new Operand.Moment(LocalDateTime.parse(text));
                case TEXT -> new Operand.Text(text);
            };
        } catch (RuntimeException refused) {
            throw form.wrong(
                    key,
                    input.kind().type() == InputKind.Type.NUMBER
                            ? "give a number"
                            : "give a local time such as 2026-09-01T00:00");
        }
    }
}
