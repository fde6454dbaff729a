package dev.membersync.eventops.pricing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rule books in plain data: maps, lists and scalars, as any reader of YAML or JSON gives them. docs/pricing.md names all
 * keys. A key that nobody knows is refused.
 */
public final class RuleForm {
    private static final String CURRENCY = "currency";

    private RuleForm() {}

    /**
     * Reads a rule book.
     *
     * @throws RuleFormException naming the path of the first key that cannot be meant
     */
    public static RuleBook book(Map<String, ? extends @Nullable Object> values) {
        return Form.whole(Form.of("", values), RuleForm::book);
    }

    private static RuleBook book(Form form) {
        String currency = form.needed(CURRENCY);
        Map<String, RuleBook.Regular> classes = new HashMap<>();
        form.section("classes")
                .ifPresent(section -> section.keys()
                        .forEach(id -> section.section(id, row -> regular(row, currency))
                                .ifPresent(regular -> classes.put(id, regular))));
        NavigableMap<Integer, BigDecimal> targets = new TreeMap<>();
        form.section("targetFill")
                .ifPresent(section -> section.keys().forEach(days -> {
                    BigDecimal percent = section.decimal(days)
                            .orElseThrow(() -> section.wrong(days, "give the per cent sold by then"));
                    targets.put(days(section, days), percent);
                }));
        List<PricingRule> rules = new ArrayList<>();
        List<?> rows = form.list("rules");
        for (int i = 0; i < rows.size(); i++) {
            rules.add(Form.whole(Form.of("rules[" + i + "]", rows.get(i)), row -> rule(row, currency)));
        }
        Set<MembershipStatus> eligible = new HashSet<>();
        form.texts("eligible").forEach(word -> eligible.add(status(form, word)));
        return new RuleBook(
                rules,
                classes,
                targets,
                form.span("maxInputAge").orElse(Duration.ofMinutes(10)),
                eligible.isEmpty() ? RuleBook.CURRENT : eligible);
    }

    private static int days(Form form, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw form.wrong(text, "the key is a number of days before the event");
        }
    }

    private static MembershipStatus status(Form form, String word) {
        try {
            return MembershipStatus.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw form.wrong(
                    "eligible", word + " is no membership status; known are " + List.of(MembershipStatus.values()));
        }
    }

    private static RuleBook.Regular regular(Form row, String currency) {
        return new RuleBook.Regular(row.money("price", currency), row.whole("places"));
    }

    private static PricingRule rule(Form form, String common) {
        Scope scope = form.section("scope", row -> scope(row, common))
                .orElse(new Scope(Set.of(), Set.of(), Set.of(), "", common));
        return new PricingRule(
                form.needed("id"),
                (int) form.whole("version").orElse(1),
                form.text("name").orElse(""),
                form.text("owner").orElse(""),
                (int) form.whole("priority").orElse(100),
                form.text("group").orElse(""),
                form.flag("enabled", true),
                form.word("mode", Mode.class).orElse(Mode.SHADOW),
                scope,
                form.word("subject", BenefitSubject.class).orElse(BenefitSubject.HOLDER),
                form.value("when")
                        .map(value -> ConditionForm.read(form.path("when"), value))
                        .orElseThrow(
                                () -> form.wrong("when", "it is missing; write always for a rule that always holds")),
                form.value("until").map(value -> ConditionForm.read(form.path("until"), value)),
                EffectForm.list(form, scope.currency()),
                form.section("bounds", row -> bounds(row, scope.currency())).orElse(Bounds.none()),
                form.section("stability", RuleForm::stability).orElse(Stability.standard()),
                form.section("promise", RuleForm::promise).orElse(Promise.standard()),
                form.section(
                                "approval",
                                row -> new ApprovalLimits(row.decimal("abovePercent"), row.whole("aboveSeats")))
                        .orElse(ApprovalLimits.none()));
    }

    private static Scope scope(Form row, String common) {
        return new Scope(
                Set.copyOf(row.texts("events")),
                Set.copyOf(row.texts("classes")),
                Set.copyOf(row.texts("plans")),
                row.text("channel").orElse(""),
                row.text(CURRENCY).orElse(common));
    }

    private static Bounds bounds(Form row, String currency) {
        return new Bounds(
                row.money("floor", currency),
                row.money("ceiling", currency),
                row.money("maxStep", currency),
                row.money("maxMovePerDay", currency),
                row.money("grid", currency),
                row.flag("neverBelowPaidMemberPrice", false),
                row.flag("neverRaiseForHolders", false),
                row.whole("maxQuota"));
    }

    private static Stability stability(Form row) {
        Stability standard = Stability.standard();
        OptionalLong most = row.whole("maxChangesPerDay");
        return new Stability(
                row.span("minDwell").orElse(standard.minDwell()),
                row.span("cooldown").orElse(standard.cooldown()),
                Math.toIntExact(most.orElse(standard.maxChangesPerDay())),
                row.section("quietHours", RuleForm::quiet));
    }

    private static Stability.Quiet quiet(Form row) {
        return new Stability.Quiet(time(row, "from"), time(row, "to"));
    }

    private static LocalTime time(Form row, String key) {
        Optional<LocalTime> time = row.scalar(key, "a time of day such as 22:00", LocalTime::parse);
        return time.orElseThrow(() -> row.wrong(key, "it is missing"));
    }

    private static Promise promise(Form row) {
        return new Promise(
                row.span("reservation").orElse(Promise.standard().reservation()), row.moment("announcedUntil"));
    }
}
