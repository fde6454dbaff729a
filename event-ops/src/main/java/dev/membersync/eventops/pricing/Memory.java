package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an event's rules have to remember from one evaluation to the next: which are active and since when, what changed
 * today, what was promised, which codes are out, and how many tickets were sold when. No personal data. Immutable.
 *
 * @param event the address of the event
 * @param version rises with every save; 0 before the first
 * @param terms everything, by name
 */
public record Memory(String event, long version, Terms terms) {
    /** Where it is kept. */
    static final String KIND = "memory";

    static final String ONE = "1";

    private static final Duration SAMPLE_EVERY = Duration.ofMinutes(30);

    /** Of an event that nothing is known of. */
    public static Memory none(String event) {
        return new Memory(event, 0, Terms.none());
    }

    /** What is remembered of an event in these documents. */
    public static Memory of(PricingDocuments documents, String event) {
        return documents
                .find(KIND, event, ONE)
                .map(document -> new Memory(event, document.version(), Terms.read(document.body())))
                .orElse(none(event));
    }

    /** Whether a rule was active at the last evaluation that was kept. */
    public boolean isActive(String ruleId) {
        return rule(ruleId).filter(Active::active).isPresent();
    }

    /** How many tickets were sold at a moment. */
    record Sample(Instant at, long sold) {}

    /** A code that is out. */
    record Code(String word, long generation, Instant at, Terms terms, Optional<Terms> coupon) {}

    /** Whether a rule is active, and since when it is what it is. */
    record Active(boolean active, Instant since) {}

    private Memory with(String name, Object value) {
        return new Memory(event, version, terms.with(name, value));
    }

    Memory without(String prefix) {
        return new Memory(event, version, terms.only(name -> !name.startsWith(prefix)));
    }

    Optional<Active> rule(String id) {
        return terms.instant("rule." + id + ".since")
                .map(since -> new Active(terms.text("rule." + id + ".active").equals(Optional.of("true")), since));
    }

    Memory rule(String id, Active active) {
        return with("rule." + id + ".active", active.active()).with("rule." + id + ".since", active.since());
    }

    Optional<Instant> errand(String name) {
        return terms.instant("errand." + name);
    }

    Memory errand(String name, Instant done) {
        return with("errand." + name, done);
    }

    Optional<Instant> changedAt(String object) {
        return terms.instant("change." + object + ".at");
    }

    long changesOn(LocalDate day, String object) {
        return isOf(day, object) ? terms.whole("change." + object + ".count") : 0;
    }

    long movedOn(LocalDate day, String object) {
        return isOf(day, object) ? terms.whole("change." + object + ".moved") : 0;
    }

    private boolean isOf(LocalDate day, String object) {
        return terms.text("change." + object + ".day").equals(Optional.of(day.toString()));
    }

    /** An object was changed; a price by so many minor units. */
    Memory changed(String object, Instant at, LocalDate day, long moved) {
        String name = "change." + object;
        return with(name + ".count", changesOn(day, object) + 1)
                .with(name + ".moved", movedOn(day, object) + moved)
                .with(name + ".at", at)
                .with(name + ".day", day);
    }

    /** Since when this target of an object has been decided; empty for another target or none. */
    Optional<Instant> dueSince(String object, String target) {
        return terms.text("due." + object + ".to")
                .filter(target::equals)
                .flatMap(same -> terms.instant("due." + object + ".since"));
    }

    Memory due(String object, String target, Instant since) {
        return with("due." + object + ".to", target).with("due." + object + ".since", since);
    }

    /** Until when the price of a class is promised, and which. */
    Optional<Instant> promisedUntil(String classId) {
        return terms.instant("promise." + classId + ".until");
    }

    Optional<Money> promisedPrice(String classId) {
        return terms.money("promise." + classId + ".price");
    }

    /** A promise is never shortened; the lower of two prices that are promised is kept. */
    Memory promise(String classId, Instant until, Instant now, Optional<Money> price) {
        Optional<Instant> known = promisedUntil(classId).filter(now::isBefore);
        Instant longer = known.filter(until::isBefore).orElse(until);
        Optional<Money> kept = known.flatMap(running -> promisedPrice(classId));
        Optional<Money> lower = kept.filter(
                        before -> price.map(money -> money.isMoreThan(before)).orElse(true))
                .or(() -> price);
        Memory next = without("promise." + classId + ".").with("promise." + classId + ".until", longer);
        return lower.isPresent() ? next.with("promise." + classId + ".price", lower.get()) : next;
    }

    Optional<Code> code(String key) {
        Terms known = terms.under("code." + key + ".");
        return known.text("word")
                .map(word -> new Code(
                        word,
                        known.whole("generation"),
                        known.instant("at").orElse(Instant.EPOCH),
                        known.under("terms."),
                        Optional.of(known.under("coupon."))
                                .filter(coupon -> !coupon.values().isEmpty())));
    }

    Memory code(String key, Code code) {
        Terms known = Terms.of("word", code.word())
                .with("generation", code.generation())
                .with("at", code.at())
                .and(code.terms().prefixed("terms."))
                .and(code.coupon().orElse(Terms.none()).prefixed("coupon."));
        return new Memory(event, version, without("code." + key + ".").terms.and(known.prefixed("code." + key + ".")));
    }

    /** The word that is out for the code of this key, to be shown to those whom it is for; empty when none is. */
    public Optional<String> codeWord(String key) {
        return code(key).map(Code::word);
    }

    /** Until when the code of this key was announced. */
    Optional<Instant> codeUntil(String key) {
        return terms.instant("announced." + key);
    }

    Memory codeUntil(String key, Instant until) {
        return codeUntil(key).filter(until::isBefore).isPresent() ? this : with("announced." + key, until);
    }

    Optional<String> told(String object) {
        return terms.text("told." + object);
    }

    Memory told(String object, String what) {
        return with("told." + object, what);
    }

    Optional<Sample> soldAt(String classId, Instant latest) {
        return samples(classId).values().stream()
                .filter(sample -> !sample.at().isAfter(latest))
                .max(Comparator.comparing(Sample::at));
    }

    /** Keeps a sample every half hour, for twice the longest window. */
    Memory sold(String classId, Instant at, long sold) {
        TreeMap<Instant, Sample> known = samples(classId);
        if (!known.isEmpty() && known.lastKey().plus(SAMPLE_EVERY).isAfter(at)) {
            return this;
        }
        String prefix = "sold." + classId + ".";
        String oldest = prefix + seconds(at.minus(Input.LONGEST.multipliedBy(2)));
        Terms kept = terms.only(name -> !name.startsWith(prefix) || name.compareTo(oldest) >= 0);
        return new Memory(event, version, kept.with(prefix + seconds(at), sold));
    }

    private TreeMap<Instant, Sample> samples(String classId) {
        TreeMap<Instant, Sample> samples = new TreeMap<>();
        terms.under("sold." + classId + ".").values().forEach((second, sold) -> {
            Instant at = Instant.ofEpochSecond(Long.parseLong(second));
            samples.put(at, new Sample(at, Long.parseLong(sold)));
        });
        return samples;
    }

    private static String seconds(Instant at) {
        return "%012d".formatted(Math.max(0, at.getEpochSecond()));
    }

    Memory saved() {
        return new Memory(event, version + 1, terms);
    }
}
