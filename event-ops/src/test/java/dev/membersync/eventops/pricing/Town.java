package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Both systems in memory, with a clock that stands, and a hook before and after each call that may fail or kill. */
final class Town implements PricingInputs, InstantSource {
    final Map<String, ClassFacts> classes = new TreeMap<>();
    final Map<ObjectRef, Terms> objects = new HashMap<>();
    final List<PricingNotices.Notice> told = new ArrayList<>();
    final MemoryDocuments documents = MemoryDocuments.create();
    final List<String> writes = new ArrayList<>();
    Instant now = Rules.NOW;
    final SplittableRandom random = new SplittableRandom(7);
    long readMinutesAgo;
    Hook hook = (call, after) -> {};

    /** May throw. */
    interface Hook {
        void at(String call, boolean after);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Snapshot snapshot(RuleBook book, Instant moment) {
        Map<String, Terms> codes = new HashMap<>();
        objects.forEach((object, terms) -> {
            if (object.kind() == ObjectKind.DISCOUNT) {
                codes.put(object.id(), terms);
            }
        });
        return new Snapshot(
                Rules.EVENT,
                Rules.ZONE,
                moment,
                Optional.of(Rules.START),
                "USD",
                "online",
                classes,
                moment.minusSeconds(60 * readMinutesAgo),
                Optional.of(Map.of("gold", 40L)),
                moment,
                Optional.of(codes));
    }

    PricingEngine engine(RuleBook book, Permissions permissions) {
        PricingSide side = new TownSide();
        return PricingEngine.of(new PricingSetup(
                Rules.EVENT,
                Rules.ZONE,
                book,
                permissions,
                this,
                Map.of(Side.ACCELEVENTS, side, Side.MEMBERSHIPS, side),
                documents,
                told::add,
                this,
                random));
    }

    PricingEngine engine(RuleBook book) {
        return engine(book, Permissions.withExperiments(Experiment.values()));
    }

    void put(String id, Money price, long capacity, long sold) {
        classes.put(id, ClassFacts.of(price, capacity, sold, 0));
    }

    Money price(String id) {
        return classes.get(id).price().orElseThrow();
    }

    /** Codes and coupons that could be redeemed at this moment, by their words. */
    List<Map.Entry<ObjectRef, Terms>> running(ObjectKind kind) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .toList();
    }

    private final class TownSide implements PricingSide {
        @Override
        public Optional<Terms> read(ObjectRef object) {
            return called("read " + object.kind(), () -> seen(object));
        }

        @Override
        public void write(ObjectRef object, Optional<Terms> before, Terms after) {
            called("write " + object.kind(), () -> {
                writes.add(object + " " + after.values());
                if (object.kind() == ObjectKind.CLASSES) {
                    after.values().forEach(Town.this::set);
                } else {
                    if (before.isEmpty() && objects.containsKey(object)) {
                        throw SideException.refused("exists already", null);
                    }
                    objects.merge(object, after, Terms::and);
                }
                return "";
            });
        }

        @Override
        public void remove(ObjectRef object) {
            called("remove " + object.kind(), () -> {
                objects.remove(object);
                return "";
            });
        }

        private Optional<Terms> seen(ObjectRef object) {
            if (object.kind() == ObjectKind.CLASSES) {
                return Optional.of(shown());
            }
            return object.kind() == ObjectKind.TAG
                    ? Optional.of(objects.getOrDefault(object, Terms.of("left", 3)))
                    : Optional.ofNullable(objects.get(object));
        }

        private <T> T called(String call, Supplier<T> effect) {
            hook.at(call, false);
            T result = effect.get();
            hook.at(call, true);
            return result;
        }
    }

    private Terms shown() {
        Terms terms = Terms.none();
        for (Map.Entry<String, ClassFacts> row : classes.entrySet()) {
            terms = terms.with(row.getKey() + ".price", row.getValue().price().orElseThrow())
                    .with(row.getKey() + ".places", row.getValue().capacity().getAsLong())
                    .with(row.getKey() + ".hidden", row.getValue().hidden().orElse(false));
            if (row.getValue().saleEnds().isPresent()) {
                terms = terms.with(
                        row.getKey() + ".ends", row.getValue().saleEnds().get());
            }
        }
        return terms;
    }

    private void set(String name, String value) {
        String id = name.substring(0, name.indexOf('.'));
        ClassFacts facts = classes.get(id);
        Terms terms = Terms.of("value", value);
        boolean places = name.endsWith(".places");
        classes.put(
                id,
                new ClassFacts(
                        name.endsWith(".price") ? terms.money("value") : facts.price(),
                        places ? OptionalLong.of(Long.parseLong(value)) : facts.capacity(),
                        facts.sold(),
                        facts.paid(),
                        facts.pending(),
                        facts.held(),
                        facts.offered(),
                        facts.waitlist(),
                        name.endsWith(".hidden") ? Optional.of(Boolean.valueOf(value)) : facts.hidden(),
                        name.endsWith(".ends") ? Optional.of(Instant.parse(value)) : facts.saleEnds(),
                        facts.highestMemberPaid()));
    }
}
