package dev.membersync.eventops.pricing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Effects in plain data: a list of maps with one key each, the name of the effect. */
final class EffectForm {
    private static final String PLACES = "places";
    private static final String EVERY = "every";

    private EffectForm() {}

    static List<Effect> list(Form rule, String currency) {
        List<Effect> effects = new ArrayList<>();
        List<?> rows = rule.list("effects");
        for (int i = 0; i < rows.size(); i++) {
            String path = rule.path("effects[" + i + "]");
            Object row = rows.get(i);
            if (row instanceof String word) {
                effects.add(bare(path, word));
                continue;
            }
            Form form = Form.of(path, row);
            if (form.keys().size() != 1) {
                throw new RuleFormException(path, "give one effect for each item of the list");
            }
            effects.add(
                    Form.whole(form, one -> effect(one, one.keys().iterator().next(), currency)));
        }
        return effects;
    }

    private static Effect bare(String path, String word) {
        return switch (word) {
            case "open" -> new Effect.Open(Optional.empty());
            case "close" -> new Effect.Close();
            case "hide" -> new Effect.Hide();
            default -> throw new RuleFormException(path, "there is no effect " + word + " without a value");
        };
    }

    private static Effect effect(Form form, String key, String currency) {
        return switch (key) {
            case "setPrice" -> new Effect.SetPrice(form.money(key, currency).orElseThrow(() -> missing(form, key)));
            case "setQuota" -> new Effect.SetQuota(number(form, key));
            case "notify" -> new Effect.Notify(form.needed(key));
            default ->
                form.section(key, row -> detailed(form, key, row, currency)).orElseThrow(() -> missing(form, key));
        };
    }

    private static Effect detailed(Form form, String key, Form row, String currency) {
        return switch (key) {
            case "adjustPrice" ->
                new Effect.AdjustPrice(
                        row.money("amount", currency), row.decimal("percent"), row.flag("stacks", false));
            case "moveCapacity" -> new Effect.MoveCapacity(row.needed("from"), row.needed("to"), number(row, PLACES));
            case "open" -> new Effect.Open(row.moment("until"));
            case "issueCode" -> new Effect.IssueCode(row.needed("key"), spec(row, currency));
            case "rotateCode" ->
                new Effect.RotateCode(row.needed("key"), row.span("overlap").orElse(Duration.ZERO), row.span(EVERY));
            case "coupon" ->
                new Effect.Coupon(
                        row.needed("key"),
                        row.texts("products"),
                        row.whole("uses").orElse(0),
                        row.flag("oncePerCustomer", false));
            case "offerWaitlist" ->
                new Effect.OfferWaitlist(number(row, PLACES), row.span("ttl").orElse(Duration.ofHours(24)));
            case "allowList" -> new Effect.SyncAllowList(row.needed("list"), row.span(EVERY));
            case "tag" ->
                new Effect.Tag(
                        row.needed("name"),
                        row.flag("add", true),
                        row.whole("most").orElse(500),
                        row.span(EVERY));
            default -> throw form.wrong(key, "there is no such effect");
        };
    }

    private static CodeSpec spec(Form row, String currency) {
        return new CodeSpec(
                row.word("kind", CodeKind.class).orElse(CodeKind.DISCOUNT),
                row.decimal("percent"),
                row.money("amount", currency),
                row.moment("starts").orElseThrow(() -> missing(row, "starts")),
                row.moment("ends").orElseThrow(() -> missing(row, "ends")),
                row.whole("uses").orElse(0),
                row.whole("usesPerBuyer").orElse(0),
                row.text("prefix").orElse(""));
    }

    private static long number(Form form, String key) {
        OptionalLong number = form.whole(key);
        if (number.isEmpty()) {
            throw missing(form, key);
        }
        return number.getAsLong();
    }

    private static RuleFormException missing(Form form, String key) {
        return form.wrong(key, "it is missing");
    }
}
