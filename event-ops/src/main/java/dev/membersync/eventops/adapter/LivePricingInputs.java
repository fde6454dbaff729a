package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.ticket.TicketSettings;
import dev.membersync.accelevents.ticket.TicketType;
import dev.membersync.client.error.ApiException;
import dev.membersync.eventops.pricing.ClassFacts;
import dev.membersync.eventops.pricing.Input;
import dev.membersync.eventops.pricing.InputKind;
import dev.membersync.eventops.pricing.PricingInputs;
import dev.membersync.eventops.pricing.RuleBook;
import dev.membersync.eventops.pricing.Snapshot;
import dev.membersync.eventops.pricing.Terms;
import dev.membersync.memberships.Member;
import dev.membersync.memberships.MembersApi;
import dev.membersync.memberships.user.MemberStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots from the live services, with as few calls as the rules need: two calls for the classes; one for codes when a
 * rule has some; the pages of the orders when a rule asks what is paid or pending; the pages of the members when a rule
 * counts them, at most once in {@code membersEvery}. What cannot be read is unknown, except the classes. Thread-safe.
 */
public final class LivePricingInputs implements PricingInputs {
    /** The members as they were counted. */
    private record Counted(Map<String, Long> plans, Instant at) {}

    private final EventScope event;
    private final ZoneId zone;
    private final String currency;
    private final Optional<MembersApi> members;
    private final Set<MemberStatus> current;
    private final Duration membersEvery;
    private final BiFunction<String, ClassFacts, ClassFacts> own;
    private volatile @Nullable Counted counted;

    private LivePricingInputs(
            EventScope event,
            ZoneId zone,
            String currency,
            Optional<MembersApi> members,
            Set<MemberStatus> current,
            Duration membersEvery,
            BiFunction<String, ClassFacts, ClassFacts> own) {
        this.event = event;
        this.zone = zone;
        this.currency = currency;
        this.members = members;
        this.current = current;
        this.membersEvery = membersEvery;
        this.own = own;
    }

    /** An event in its zone, whose prices are in this currency (ISO 4217); without members. */
    public static LivePricingInputs of(EventScope event, ZoneId zone, String currency) {
        return new LivePricingInputs(
                event,
                zone,
                currency,
                Optional.empty(),
                Set.of(MemberStatus.ACTIVE),
                Duration.ofMinutes(5),
                (id, facts) -> facts);
    }

    /**
     * The same, with members: those with one of these statuses are current. They are read again when they are older than
     * {@code every}, which should be below the book's {@code maxInputAge}.
     */
    public LivePricingInputs withMembers(MembersApi api, Set<MemberStatus> statuses, Duration every) {
        return new LivePricingInputs(event, zone, currency, Optional.of(api), Set.copyOf(statuses), every, own);
    }

    /**
     * The same, with what no call tells: places offered to the waiting list and its length, and the highest price that a
     * member paid. Gets the id of a class and what is known, and answers it completed. Quotas only fall where offered is known.
     */
    public LivePricingInputs with(BiFunction<String, ClassFacts, ClassFacts> completion) {
        return new LivePricingInputs(event, zone, currency, members, current, membersEvery, completion);
    }

    /** The same, for an event that has no waiting list. */
    public LivePricingInputs withoutWaitlist() {
        return with((id, facts) -> new ClassFacts(
                facts.price(),
                facts.capacity(),
                facts.sold(),
                facts.paid(),
                facts.pending(),
                facts.held(),
                OptionalLong.of(0),
                OptionalLong.of(0),
                facts.hidden(),
                facts.saleEnds(),
                facts.highestMemberPaid()));
    }

    @Override
    public Snapshot snapshot(RuleBook book, Instant now) {
        return PricingFailures.told(() -> read(book, now));
    }

    private Snapshot read(RuleBook book, Instant now) {
        TypeRows rows = new TypeRows(event.ticketTypes().list().execute(), zone, currency);
        TicketSettings stock = event.ticketTypes().settings().execute();
        Optional<OrderCounts> orders = asks(book, InputKind.PAID) || asks(book, InputKind.PENDING)
                ? quietly(() -> OrderCounts.of(event, stock))
                : Optional.empty();
        Map<String, ClassFacts> classes = new HashMap<>();
        for (Map<String, @Nullable Object> row : rows.document().rows()) {
            String id = TypeRows.id(row);
            classes.put(id, own.apply(id, facts(rows, row, stock, orders)));
        }
        Optional<Counted> plans = asks(book, InputKind.ACTIVE_MEMBERS) ? members(now) : Optional.empty();
        return new Snapshot(
                event.url(),
                zone,
                now,
                rows.eventStart(),
                currency,
                "online",
                classes,
                now,
                plans.map(Counted::plans),
                plans.map(Counted::at).orElse(now),
                book.hasCodes() ? codes() : Optional.empty());
    }

    private static boolean asks(RuleBook book, InputKind kind) {
        return book.inputs().stream().map(Input::kind).anyMatch(kind::equals);
    }

    /** Held places are what is missing between capacity, sold and remaining: open orders are taken off the latter (DOC). */
    private static ClassFacts facts(
            TypeRows rows, Map<String, @Nullable Object> row, TicketSettings stock, Optional<OrderCounts> orders) {
        String id = TypeRows.id(row);
        Optional<TicketType> type = stock.types().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst();
        OptionalLong places = TypeRows.places(row);
        OptionalLong sold = type.map(TicketType::sold).orElse(OptionalLong.empty());
        OptionalLong remaining = type.map(TicketType::remaining).orElse(OptionalLong.empty());
        OptionalLong held = places.isPresent() && sold.isPresent() && remaining.isPresent()
                ? OptionalLong.of(Math.max(0, places.getAsLong() - sold.getAsLong() - remaining.getAsLong()))
                : OptionalLong.empty();
        Optional<OrderCounts.Count> counts = orders.flatMap(all -> all.of(id));
        return new ClassFacts(
                rows.price(row),
                places,
                sold,
                counts.map(count -> OptionalLong.of(count.paid())).orElse(OptionalLong.empty()),
                counts.map(count -> OptionalLong.of(count.pending())).orElse(OptionalLong.empty()),
                held,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(TypeRows.hidden(row).orElse(false)),
                rows.ends(row),
                Optional.empty());
    }

    private Optional<Map<String, Terms>> codes() {
        return quietly(() -> {
            Map<String, Terms> codes = new HashMap<>();
            event.discountCodes()
                    .list()
                    .execute()
                    .forEach(code -> codes.put(code.code().toUpperCase(Locale.ROOT), DiscountTerms.of(code)));
            return codes;
        });
    }

    /** Counted anew when they are too old; the age is that of the first page. */
    private Optional<Counted> members(Instant now) {
        Counted known = counted;
        if (known != null && now.isBefore(known.at().plus(membersEvery))) {
            return Optional.of(known);
        }
        Optional<Counted> fresh = members.flatMap(api -> quietly(() -> new Counted(count(api), now)));
        fresh.ifPresent(count -> counted = count);
        return fresh.isPresent() ? fresh : Optional.ofNullable(known);
    }

    private Map<String, Long> count(MembersApi api) {
        Map<String, String> plans = new HashMap<>();
        for (Member member : api.list()) {
            if (member.status().filter(current::contains).isPresent()) {
                member.planId().ifPresent(plan -> plans.put(member.userId(), plan));
            }
        }
        Map<String, Long> counts = new HashMap<>();
        plans.values().forEach(plan -> counts.merge(plan, 1L, Long::sum));
        return counts;
    }

    private static <T> Optional<T> quietly(java.util.function.Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ApiException unknown) {
            return Optional.empty();
        }
    }
}
