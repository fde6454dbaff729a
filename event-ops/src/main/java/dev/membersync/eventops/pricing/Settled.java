package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is remembered after a saga was carried out. */
final class Settled {
    private Settled() {}

    static Memory of(Saga saga, Memory memory, Instant now, ZoneId zone) {
        Memory next = memory;
        for (Change change : saga.changes()) {
            for (String object : change.counted()) {
                next = next.changed(object, now, now.atZone(zone).toLocalDate(), moved(change, object));
            }
            Optional<String> errand = change.after().text("errand");
            if (errand.isPresent()) {
                next = next.errand(errand.get(), now);
            }
            ObjectKind kind = change.object().kind();
            if (kind == ObjectKind.DISCOUNT || kind == ObjectKind.ACCESS) {
                next = next.code(change.object().id(), code(saga, change, memory, now));
            }
        }
        return next;
    }

    private static long moved(Change change, String object) {
        Optional<Money> before = change.before().flatMap(terms -> price(terms, object));
        Optional<Money> after = price(change.after(), object);
        return before.isPresent() && after.isPresent()
                ? Math.abs(after.get().minus(before.get()).minor())
                : 0;
    }

    private static Optional<Money> price(Terms terms, String object) {
        return object.endsWith(".price") ? terms.money(object) : Optional.empty();
    }

    private static Memory.Code code(Saga saga, Change change, Memory memory, Instant now) {
        Optional<Memory.Code> known = memory.code(change.object().id()).filter(code -> change.act() == Change.Act.SET);
        Map<ObjectKind, SagaStep> first = new EnumMap<>(ObjectKind.class);
        saga.steps().forEach(step -> first.putIfAbsent(step.object().kind(), step));
        Optional<SagaStep> made = Optional.ofNullable(first.get(change.object().kind()));
        Terms terms = known.map(Memory.Code::terms)
                .orElse(Terms.none())
                .and(change.after().under("code."));
        Optional<Terms> coupon = Optional.ofNullable(first.get(ObjectKind.COUPON))
                .map(SagaStep::after)
                .or(() -> known.flatMap(Memory.Code::coupon));
        return new Memory.Code(
                known.map(Memory.Code::word)
                        .or(() -> made.map(step -> step.object().id()))
                        .orElseThrow(),
                change.after().whole("generation"),
                known.map(Memory.Code::at).orElse(now),
                terms,
                coupon);
    }
}
