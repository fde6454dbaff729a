package dev.membersync.sync.proof;

import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerTable;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.story.World;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.RequestLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A day of realistic life at both desks, on one profile, while two workflows run live and their webhooks are lost, doubled,
 * late and out of order.
 */
final class Day implements AutoCloseable {
    private static final String TOLD = "registration_status";
    private static final LiveOptions OPTIONS = LiveOptions.standard()
            .pollingEvery(Duration.ofMinutes(Heavy.of(15, 5)))
            .scanningEvery(Duration.ofHours(2));
    private static final Duration LATEST_HOOK = Duration.ofSeconds(100_000);

    /** Operations that show many records at once. */
    private static final Set<String> LISTS = Set.of(
            "orders.list",
            "attendees.list",
            "users.list",
            "contacts.search",
            "customFields.list",
            "settings.read",
            "form.catalogue",
            "orders.form",
            "transactions.list");
    /**
     * The calls that a change takes when nothing is looked at twice: order, payment and what the member is told (3); one
     * read and one merged write of a holder (2); one exchange (1); one read of an order and one update (2). A payment is
     * one call more, and two reads before it where the service knows no key.
     */
    private static final Map<String, Integer> LEAST = Map.ofEntries(
            Map.entry("join", 3),
            Map.entry("renewal", 1),
            Map.entry("name", 2),
            Map.entry("address", 2),
            Map.entry("lapse", 2),
            Map.entry("registration", 2),
            Map.entry("stranger", 0),
            Map.entry("check-in", 2),
            Map.entry("cancellation", 2),
            Map.entry("refund", 2),
            Map.entry("partial refund", 0),
            Map.entry("transfer", 2),
            Map.entry("merge", 1),
            Map.entry("dues", 2));

    private static final Map<String, Integer> TOLD_BY_KEY = Map.of("registration", 1, "refund", 1, "partial refund", 1);
    private static final Map<String, Integer> TOLD_ON_PAPER = Map.of("registration", 3);

    final World world;

    private final Map<String, Integer> changes = new TreeMap<>();

    private final boolean contacts;
    private final SplittableRandom random = new SplittableRandom(20_261_129);
    private final SyncEngine engine;
    private final LiveSync live;
    private TicketDesk desk;
    private final Instant began;
    private int joined;
    final Till till;

    Day(MembershipsProfile profile) {
        contacts = profile.equals(MembershipsProfile.HIGHLEVEL);
        world = contacts ? World.everythingTwoWay() : World.everything();
        till = new Till(world, contacts);
        if (contacts) {
            world.memberships.contacts().fieldId(TOLD);
            world.settings = settings -> settings.withRegistrationStatus(MemberField.custom(TOLD));
        }
        world.flow = tickets -> {
            desk = tickets;
            MembersToAttendees template =
                    MembersToAttendees.of(tickets, world.ticketTypes).guards(World.WIDE);
            return (contacts ? template.bothWays() : template).build();
        };
        world.engine =
                builder -> builder.workflow(RegistrationsToMembership.of(desk).build());
        Post post = new Post(world, contacts);
        began = world.time.instant();
        engine = world.build(World.EVENT);
        live = engine.live(OPTIONS);
        post.deliverTo(live.intake(), contacts);
    }

    /** Thirty members join, and hours of life follow: one change each four minutes. */
    void live(int hours) {
        for (int i = 0; i < 30; i++) {
            join();
        }
        pass(Duration.ofHours(1));
        for (int minute = 0; minute < hours * 60; minute += 4) {
            change();
            pass(Duration.ofMinutes(4));
            if (minute % 120 == 0) {
                till.work(engine);
            }
        }
    }

    private void change() {
        switch (random.nextInt(contacts ? 22 : 20)) {
            case 0, 1, 2 -> join();
            case 3, 4 -> renew();
            case 5, 6 -> rename();
            case 7, 8 -> move();
            case 9 -> lapse();
            case 10, 11 -> buy();
            case 12 -> buyUnasked();
            case 13, 14 -> withTicket("check-in", ticket -> world.event.checkIn(ticket.id()));
            case 15 -> withTicket("cancellation", ticket -> world.event.cancel(ticket.id()));
            case 16 -> withPaid("refund", "150.00");
            case 17 -> withPaid("partial refund", "50.00");
            case 18 -> transfer();
            case 19 -> merge();
            default -> withMember("dues", till::dues);
        }
    }

    private void join() {
        joined++;
        world.memberships
                .members()
                .add(World.member("m" + joined, "Person Number" + joined)
                        .withPlan(random.nextInt(3) == 0 ? "gold" : null));
        count("join");
    }

    private void renew() {
        withMember(
                "renewal",
                member -> world.memberships
                        .members()
                        .changePlan(member.userId(), "gold".equals(member.planId()) ? null : "gold"));
    }

    private void rename() {
        withMember(
                "name",
                member -> world.memberships
                        .members()
                        .rename(member.userId(), "Person Renamed" + changes.getOrDefault("name", 0)));
    }

    private void move() {
        withMember(
                "address",
                member -> world.memberships
                        .members()
                        .changeEmail(member.userId(), "moved" + changes.getOrDefault("address", 0) + "@example.com"));
    }

    private void lapse() {
        withMember(
                "lapse",
                member -> world.memberships
                        .members()
                        .changeStatus(member.userId(), "active".equals(member.status()) ? "inactive" : "active"));
    }

    /** A member whom no workflow registers buys a ticket that costs money. */
    private void buy() {
        String userId = "b" + ++joined;
        world.memberships
                .members()
                .add(World.member(userId, "Buyer Number" + joined).withStatus("inactive"));
        if (joined % 3 > 0) {
            till.invoice(userId);
        }
        world.event.addAttendee(type("Backstage"), "Buyer", "Number" + joined, userId + "@example.com");
        count("registration");
    }

    private void buyUnasked() {
        world.event.addAttendee(type("VIP"), "Stranger", "Number" + ++joined, "stranger" + joined + "@example.net");
        count("stranger");
    }

    private void transfer() {
        withTicket("transfer", ticket -> {
            world.event.answer(ticket.id(), "First Name", "Heir");
            world.event.answer(ticket.id(), "Last Name", "Of" + ticket.id());
            world.event.answer(ticket.id(), "Email", "heir" + ticket.id() + "@example.net");
        });
    }

    /** Two records of one person become one: the other one is gone. */
    private void merge() {
        withMember("merge", member -> {
            world.memberships.members().delete(member.userId());
            if (contacts) {
                List<FakeMember> others = world.memberships.members().all();
                till.merge(
                        member.userId(),
                        others.get(random.nextInt(others.size())).userId());
            }
        });
    }

    private void withMember(String what, Consumer<FakeMember> change) {
        List<FakeMember> all = world.memberships.members().all();
        change.accept(all.get(random.nextInt(all.size())));
        count(what);
    }

    private void withTicket(String what, Consumer<FakeTicket> change) {
        List<FakeTicket> all = world.event.attendees();
        change.accept(all.get(random.nextInt(all.size())));
        count(what);
    }

    private void withPaid(String what, String amount) {
        List<FakeTicket> paid = world.event.attendees().stream()
                .filter(ticket -> ticket.typeId() == type("Backstage")
                        && ticket.paid().subtract(ticket.refunded()).compareTo(new BigDecimal(amount)) >= 0)
                .toList();
        if (!paid.isEmpty()) {
            world.event.refund(paid.get(random.nextInt(paid.size())).id(), new BigDecimal(amount));
            count(what);
        }
    }

    private void count(String what) {
        changes.merge(what, 1, Integer::sum);
    }

    private long type(String name) {
        return world.event.ticketType(name).orElseThrow().id();
    }

    /** The last webhooks arrive, and people answer what they were asked: the member's side stands. */
    void evening() {
        pass(LATEST_HOOK);
        till.work(engine);
        for (LiveReview asked : engine.queues().liveReviews(1_000)) {
            Review review = asked.review();
            Answer answer = Answer.parse(review.kind().equals("STEP") ? "right" : "left");
            if (review.kind().startsWith("PAYMENT_")) {
                continue;
            }
            boolean taken = AnswerTable.find(review.kind(), answer).isPresent();
            engine.queues().decide(asked.id(), taken ? answer : Answer.parse("ignore"));
        }
        pass(Duration.ofHours(4));
        till.work(engine);
        pass(Duration.ofHours(1));
    }

    void pass(Duration duration) {
        Instant end = world.time.instant().plus(duration);
        while (world.time.instant().isBefore(end)) {
            Instant due = live.step();
            Duration wait = Duration.between(world.time.instant(), due.isBefore(end) ? due : end);
            world.time.advance(wait.isNegative() ? Duration.ZERO : wait);
        }
    }

    /** Nothing happens any more, for longer than it takes to look through everything. */
    void rest() {
        pass(Duration.ofHours(6));
    }

    int writes() {
        return world.memberships.writes().count() + world.accelevents.writes().count();
    }

    /** Members who have a ticket and were told something else about it. */
    List<String> toldWrongly() {
        List<String> wrong = new ArrayList<>();
        for (FakeMember member : world.memberships.members().all()) {
            world.event.attendees().stream()
                    .filter(ticket -> ticket.email().equals(member.email()))
                    .filter(ticket -> !told(member).equals(state(ticket)))
                    .forEach(ticket ->
                            wrong.add(member.userId() + " was told " + told(member) + ", not " + state(ticket)));
        }
        return wrong;
    }

    private static String state(FakeTicket ticket) {
        if (ticket.state() == FakeTicket.State.CHECKED_IN) {
            return "checked_in";
        }
        return ticket.fullyRefunded() ? "refunded" : "registered";
    }

    private String told(FakeMember member) {
        Optional<?> told = contacts
                ? world.memberships.contacts().field(member.userId(), TOLD)
                : Optional.ofNullable(member.registrationStatus());
        return told.map(String::valueOf).orElse("");
    }

    /** Members with two live tickets of ours. */
    Map<String, Long> doubles() {
        Map<String, Long> tickets = world.event.attendees().stream()
                .map(ticket -> world.event.order(ticket.orderId()).orElseThrow().note())
                .filter(note -> note.startsWith("membersync:"))
                .collect(Collectors.groupingBy(note -> note, Collectors.counting()));
        tickets.values().removeIf(number -> number == 1);
        return tickets;
    }

    /** What the day cost, beside what it would at least. */
    String bill() {
        Map<String, Long> lists = new TreeMap<>();
        Map<String, Long> single = new TreeMap<>();
        for (RequestLog log : List.of(world.memberships.requests(), world.accelevents.requests())) {
            log.entries()
                    .forEach(call ->
                            (LISTS.contains(call.operation()) ? lists : single).merge(call.operation(), 1L, Long::sum));
        }
        Map<String, Integer> payments = contacts ? TOLD_ON_PAPER : TOLD_BY_KEY;
        long least = changes.entrySet().stream()
                .mapToLong(change -> change.getValue()
                        * (long) (LEAST.get(change.getKey()) + payments.getOrDefault(change.getKey(), 0)))
                .sum();
        long number = changes.values().stream().mapToInt(Integer::intValue).sum();
        return String.format(
                "day on %s: %d changes, %d calls about single records (%.1f each; the least would be %.1f), %d for lists and"
                        + " polls in %d hours%n  %s%n  %s",
                contacts ? "HIGHLEVEL" : "STANDARD",
                number,
                sum(single),
                (double) sum(single) / number,
                (double) least / number,
                sum(lists),
                Duration.between(began, world.time.instant()).toHours(),
                single,
                lists);
    }

    private static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Everything about money that does not agree. */
    List<String> moneyWrongly() {
        List<String> wrong = new ArrayList<>(till.wrong(engine));
        wrong.addAll(till.shownWrongly());
        wrong.addAll(till.leftOver(engine));
        wrong.addAll(till.drifting(engine));
        return wrong;
    }

    @Override
    public void close() {
        live.close();
        engine.close();
    }
}
