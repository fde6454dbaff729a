package dev.membersync.eventops.config;

import dev.membersync.eventops.pricing.Experiment;
import dev.membersync.eventops.pricing.Mode;
import dev.membersync.eventops.pricing.RuleForm;
import dev.membersync.eventops.pricing.RuleFormException;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.sync.config.WorkflowKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A workflow of rules while its keys are read: what all pricing templates share, and the rules that few keys come to. */
final class PricingDraft {
    private static final Map<String, Mode> MODES =
            Map.of("off", Mode.OFF, "shadow", Mode.SHADOW, "approve", Mode.APPROVE, "auto", Mode.AUTO);
    private static final Map<String, Experiment> CALLS = Map.of(
            "prices",
            Experiment.PRICES,
            "places",
            Experiment.PLACES,
            "sale",
            Experiment.SALE,
            "access-codes",
            Experiment.ACCESS_CODES);
    private static final Set<MemberStatus> CURRENT =
            Set.of(new MemberStatus("new"), MemberStatus.ACTIVE, new MemberStatus("grace"));

    private static final String STABILITY = "stability";
    private static final String APPROVAL = "approval";

    private final String template;
    private final WorkflowKeys keys;
    private final Map<String, Object> book = new LinkedHashMap<>();
    private final List<Map<String, Object>> rules = new ArrayList<>();
    private final List<PricingConfig.Rotating> rotating = new ArrayList<>();
    private final Set<MemberStatus> statuses = new LinkedHashSet<>(CURRENT);
    private final Optional<String> currency;
    private final Set<Experiment> experimental;
    private final boolean noWaitlist;
    private final Mode mode;
    private final Optional<Object> approval;
    private final Optional<Object> stability;
    private Optional<AllowList> allowList = Optional.empty();
    private boolean wrong;

    PricingDraft(String template, WorkflowKeys keys) {
        this.template = template;
        this.keys = keys;
        this.currency = keys.text("currency").map(code -> code.toUpperCase(Locale.ROOT));
        this.experimental = experimental();
        this.noWaitlist = keys.word("waitlist", Map.of("none", true, "some", false), false);
        this.mode = template.equals(PricingRulesReader.ID) ? Mode.SHADOW : keys.word("mode", MODES, Mode.SHADOW);
        this.approval = limits(APPROVAL);
        this.stability = limits(STABILITY);
        List<String> current = keys.texts("statuses");
        if (!current.isEmpty()) {
            statuses.clear();
            current.forEach(word -> statuses.add(new MemberStatus(word)));
        }
    }

    /** A book has its own for each rule. */
    private Optional<Object> limits(String key) {
        return template.equals(PricingRulesReader.ID) ? Optional.empty() : keys.plain(key);
    }

    private Set<Experiment> experimental() {
        Set<Experiment> calls = EnumSet.noneOf(Experiment.class);
        for (String word : keys.texts("experimental")) {
            if (CALLS.containsKey(word)) {
                calls.add(CALLS.get(word));
            } else {
                mistake(
                        "experimental",
                        "\"" + word + "\" is no such call; known are access-codes, places, prices, sale");
            }
        }
        return calls;
    }

    /** How far the rules may go by themselves; by default nothing is changed. */
    Mode mode() {
        return mode;
    }

    void mistake(String key, String message) {
        mistake(keys, key, message);
    }

    /** A mistake in a table below the workflow. */
    void mistake(WorkflowKeys at, String key, String message) {
        wrong = true;
        at.mistake(key, message);
    }

    /** A text that has to be there. */
    String needed(String key, String remedy) {
        return keys.text(key).orElseGet(() -> {
            mistake(key, "this key is missing; " + remedy);
            return "";
        });
    }

    /** A list that has to be there. */
    List<String> list(String key, String remedy) {
        List<String> texts = keys.texts(key);
        if (texts.isEmpty()) {
            mistake(key, "this key is missing; " + remedy);
        }
        return texts;
    }

    /** An amount that is not negative; 0 with the mistake noted when it is none. */
    BigDecimal amount(WorkflowKeys at, String key, String text) {
        if (text.matches("\\d{1,9}(\\.\\d{1,4})?")) {
            return new BigDecimal(text);
        }
        mistake(at, key, "\"" + text + "\" is no amount; write one such as 25.00");
        return BigDecimal.ZERO;
    }

    /** A name made of texts, as rules and codes have them. */
    String name(String... parts) {
        return (keys.id() + "-" + String.join("-", parts)).replaceAll("[^\\p{L}\\p{N}_-]", "-");
    }

    /** Part of the book beside its rules. */
    void put(String key, Object value) {
        book.put(key, value);
    }

    /** A rule; with the calm and the limits of approval that the file says. */
    void rule(String id, Map<String, Object> parts) {
        Map<String, Object> rule = new LinkedHashMap<>(parts);
        rule.put("id", id);
        rule.put("mode", mode.name());
        approval.ifPresent(limits -> rule.put(APPROVAL, limits));
        stability.ifPresent(calm -> rule.put(STABILITY, over(rule.get(STABILITY), calm)));
        rules.add(rule);
    }

    /** What the file says goes before the default of the template. */
    private static Object over(@Nullable Object standard, Object own) {
        if (!(standard instanceof Map<?, ?> defaults) || !(own instanceof Map<?, ?> said)) {
            return own;
        }
        Map<Object, Object> both = new LinkedHashMap<>(defaults);
        both.putAll(said);
        return both;
    }

    /** The code of a rule gets a new word when the members of a plan change. */
    void rotate(String plan, String rule, Map<String, Object> parts) {
        Map<String, Object> all = new LinkedHashMap<>(parts);
        all.put("mode", mode.name());
        rotating.add(new PricingConfig.Rotating(plan, rule, all));
    }

    void allowList(AllowList list, boolean grace) {
        allowList = Optional.of(list);
        if (!grace) {
            statuses.remove(new MemberStatus("grace"));
        }
    }

    /**
     * The workflow. What the rules refuse is noted at the key that it comes from.
     *
     * @param blame the keys by the last word of a rule's path; the one of {@code ""} stands for all others
     */
    PricingConfig config(Map<String, String> blame) {
        book.put("rules", rules);
        return checked(refused -> {
            String path = refused.path().replaceFirst("^rules\\[\\d+\\]\\.", "");
            if (path.startsWith(STABILITY) || path.startsWith(APPROVAL)) {
                mistake(path.startsWith(STABILITY) ? STABILITY : APPROVAL, path + ": " + problem(refused));
            } else {
                String last = path.replaceFirst(".*\\.", "");
                mistake(blame.getOrDefault(last, blame.getOrDefault("", "template")), problem(refused));
            }
        });
    }

    /** The workflow of a whole rule book, whose keys are those of the workflow. */
    PricingConfig book() {
        return checked(refused -> {
            String first = refused.path().replaceFirst("[.\\[].*", "");
            mistake(first.isEmpty() ? "rules" : first, String.valueOf(refused.getMessage()));
        });
    }

    private PricingConfig checked(Consumer<RuleFormException> refusal) {
        if (!wrong) {
            try {
                Map<String, Object> whole = ClassNames.standIn(book);
                whole.put("currency", currency.orElse("USD"));
                RuleForm.book(whole);
            } catch (RuleFormException refused) {
                refusal.accept(refused);
            }
        }
        return new PricingConfig(
                template,
                keys.id(),
                keys.event(),
                keys.occurrence(),
                currency,
                book,
                experimental,
                statuses,
                noWaitlist,
                rotating,
                allowList);
    }

    private static String problem(RuleFormException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.startsWith(refused.path() + ": ")
                ? message.substring(refused.path().length() + 2)
                : message;
    }

    /** A length of time as rules write it. */
    static String span(Duration length) {
        long seconds = length.toSeconds();
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds + "s";
    }
}
