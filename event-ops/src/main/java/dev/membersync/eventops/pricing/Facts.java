package dev.membersync.eventops.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The inputs of one rule: a condition is judged on them, and what is not known says why. */
final class Facts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Snapshot snapshot;
    private final RuleBook book;
    private final Memory memory;
    private final Scope scope;
    private final Optional<Person> person;

    Facts(Snapshot snapshot, RuleBook book, Memory memory, Scope scope, Optional<Person> person) {
        this.snapshot = snapshot;
        this.book = book;
        this.memory = memory;
        this.scope = scope;
        this.person = person;
    }

    /** Whether a condition holds. One input that is not known leaves the whole unknown, wherever it stands. */
    Truth judge(Condition condition) {
        Map<Input, Comparable<?>> values = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Input input : condition.inputs()) {
            value(input).ifPresentOrElse(value -> values.put(input, value), () -> unknown.add(why(input)));
        }
        if (!unknown.isEmpty()) {
            return new Truth(Truth.Answer.UNKNOWN, unknown.stream().sorted().toList());
        }
        List<String> reasons = new ArrayList<>();
        boolean holds = holds(condition, values, reasons);
        return new Truth(holds ? Truth.Answer.YES : Truth.Answer.NO, List.copyOf(reasons));
    }

    private boolean holds(Condition condition, Map<Input, Comparable<?>> values, List<String> reasons) {
        if (condition instanceof Condition.All all) {
            // Every part is judged, so that the reasons are complete.
            return all.parts().stream()
                            .filter(part -> !holds(part, values, reasons))
                            .count()
                    == 0;
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream()
                            .filter(part -> holds(part, values, reasons))
                            .count()
                    > 0;
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), values, reasons);
        }
        if (condition instanceof Condition.Compare compare) {
            reasons.add(
                    said(compare.input(), values) + ", " + compare.comparison().word() + " " + compare.operand());
            return compare.comparison().holds(order(compare.input(), compare.operand(), values));
        }
        if (condition instanceof Condition.Between between) {
            reasons.add(said(between.input(), values) + ", between " + between.low() + " and " + between.high());
            return order(between.input(), between.low(), values) >= 0
                    && order(between.input(), between.high(), values) < 0;
        }
        Condition.In in = (Condition.In) condition;
        reasons.add(said(in.input(), values) + ", in "
                + in.words().stream().sorted().toList());
        return in.words().contains(String.valueOf(values.get(in.input())));
    }

    private String said(Input input, Map<Input, Comparable<?>> values) {
        Comparable<?> value = values.get(input);
        return input + " is "
                + (value instanceof BigDecimal number
                        ? number.setScale(Math.min(number.scale(), 2), RoundingMode.HALF_UP)
                                .toPlainString()
                        : String.valueOf(value));
    }

    private int order(Input input, Operand operand, Map<Input, Comparable<?>> values) {
        Comparable<?> value = values.get(input);
        @Nullable Comparable<?> other;
        if (operand instanceof Operand.Quantity number) {
            other = number.value();
        } else if (operand instanceof Operand.Moment moment) {
            other = moment.local().atZone(snapshot.zone()).toInstant();
        } else if (operand instanceof Operand.Text text) {
            other = text.value();
        } else {
            other = values.get(((Operand.Of) operand).input());
        }
        // judge() has looked all of them up.
        return compare(Objects.requireNonNull(value), Objects.requireNonNull(other));
    }

    /** Both are of the type that the condition's constructor checked. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private Optional<? extends Comparable<?>> value(Input input) {
        return switch (input.kind()) {
            case SOLD -> number(sum(ClassFacts::sold));
            case PAID -> number(sum(ClassFacts::paid));
            case PENDING -> number(sum(ClassFacts::pending));
            case HELD -> number(sum(ClassFacts::held));
            case OFFERED -> number(sum(ClassFacts::offered));
            case WAITLIST -> number(sum(ClassFacts::waitlist));
            case CAPACITY -> number(sum(ClassFacts::capacity));
            case PERCENT_SOLD -> percentSold();
            case VELOCITY -> velocity(input.window());
            case DAYS_TO_EVENT -> daysToEvent().map(BigDecimal::valueOf);
            case NOW -> Optional.of(snapshot.now());
            case MEMBERSHIP_STATE -> person.flatMap(Person::state).map(MembershipStatus::name);
            case PLAN -> person.flatMap(Person::plan);
            case TENURE_DAYS -> number(personal(Person::tenureDays));
            case USES_THIS_EVENT -> number(personal(Person::usesThisEvent));
            case USES_THIS_TERM -> number(personal(Person::usesThisTerm));
            case ACTIVE_MEMBERS ->
                snapshot.activeMembers().map(plans -> BigDecimal.valueOf(plans.getOrDefault(input.argument(), 0L)));
            case TARGET_FILL -> daysToEvent().flatMap(book::target);
        };
    }

    private OptionalLong personal(Function<Person, OptionalLong> field) {
        return person.map(field).orElse(OptionalLong.empty());
    }

    private static Optional<BigDecimal> number(OptionalLong value) {
        return value.isPresent() ? Optional.of(BigDecimal.valueOf(value.getAsLong())) : Optional.empty();
    }

    private OptionalLong sum(Function<ClassFacts, OptionalLong> field) {
        long sum = 0;
        for (String id : scope.classes()) {
            ClassFacts facts = snapshot.classes().get(id);
            OptionalLong value = facts == null ? OptionalLong.empty() : field.apply(facts);
            if (value.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += value.getAsLong();
        }
        return scope.classes().isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    private Optional<BigDecimal> percentSold() {
        return number(sum(ClassFacts::capacity))
                .filter(capacity -> capacity.signum() > 0)
                .flatMap(capacity -> number(sum(ClassFacts::sold))
                        .map(sold -> sold.multiply(HUNDRED).divide(capacity, MathContext.DECIMAL64)));
    }

    /** Against the latest sample from before the window; one from before twice the window is too old to tell. */
    private Optional<BigDecimal> velocity(Duration window) {
        BigDecimal speed = BigDecimal.ZERO;
        for (String id : scope.classes()) {
            ClassFacts facts = snapshot.classes().get(id);
            Optional<Memory.Sample> then = memory.soldAt(id, snapshot.now().minus(window));
            if (facts == null
                    || facts.sold().isEmpty()
                    || then.isEmpty()
                    || then.get().at().isBefore(snapshot.now().minus(window.multipliedBy(2)))) {
                return Optional.empty();
            }
            long seconds = Duration.between(then.get().at(), snapshot.now()).toSeconds();
            speed = speed.add(
                    BigDecimal.valueOf(facts.sold().getAsLong() - then.get().sold())
                            .multiply(BigDecimal.valueOf(86_400))
                            .divide(BigDecimal.valueOf(seconds), MathContext.DECIMAL64));
        }
        return scope.classes().isEmpty() ? Optional.empty() : Optional.of(speed);
    }

    private Optional<Long> daysToEvent() {
        return snapshot.eventStart()
                .map(start -> ChronoUnit.DAYS.between(
                        snapshot.today(), start.atZone(snapshot.zone()).toLocalDate()));
    }

    private String why(Input input) {
        return switch (input.kind()) {
            case MEMBERSHIP_STATE, PLAN, TENURE_DAYS, USES_THIS_EVENT, USES_THIS_TERM ->
                input + (person.isPresent() ? " is not known of this person" : " is known of a person only");
            case VELOCITY -> input + " needs an observation from before its window, at most twice as old";
            case DAYS_TO_EVENT -> input + " needs the start of the event";
            case TARGET_FILL -> input + " needs targets and the start of the event";
            case ACTIVE_MEMBERS -> input + " was not read from the Memberships side";
            default -> input + " is not known of classes " + scope.sortedClasses();
        };
    }
}
