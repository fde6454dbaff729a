package dev.membersync.sync.proof;

import dev.membersync.sync.story.World;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Draws a story: a few members, a dozen things that happen, and runs in between. */
final class Workload {
    private static final List<String> STATUSES = List.of("active", "active", "active", "inactive", Sim.LEFT);
    private static final List<String> PLANS = List.of("gold", "", "silver", "gold");
    private static final List<Duration> JUMPS =
            List.of(Duration.ofHours(-2), Duration.ofMinutes(-10), Duration.ofMinutes(10), Duration.ofDays(1));

    private final SplittableRandom random;
    private final long seed;
    private final Kind kind;
    private final List<Act> acts = new ArrayList<>();
    private int count;

    private Workload(long seed, Kind kind) {
        this.seed = seed;
        this.kind = kind;
        this.random = new SplittableRandom(seed);
    }

    /** A story of a world that is read on the left only, by runs. */
    static List<Act> draw(long seed) {
        return draw(seed, Kind.ONE_WAY);
    }

    static List<Act> draw(long seed, Kind kind) {
        Workload workload = new Workload(seed, kind);
        workload.begin();
        int length = workload.random.nextInt(8, 15);
        for (int i = 0; i < length; i++) {
            workload.next();
        }
        return List.copyOf(workload.acts);
    }

    /** A story of people who join while payments are answered badly or late, and edit what they just wrote. */
    static List<Act> drawJoining(long seed) {
        Workload workload = new Workload(seed, Kind.ONE_WAY);
        int length = workload.random.nextInt(8, 15);
        workload.join();
        workload.run();
        if (workload.random.nextBoolean()) {
            workload.lag();
        }
        workload.badPayments();
        for (int i = 0; i < length; i++) {
            switch (workload.random.nextInt(10)) {
                case 0, 1 -> workload.join();
                case 2, 3, 4 -> workload.die(workload.random.nextInt(20, 60));
                case 5, 6 -> workload.moveOrRename();
                case 7 -> workload.wait(workload.random.nextBoolean() ? 1 : 70);
                case 8 -> workload.lag();
                default -> workload.run();
            }
        }
        return List.copyOf(workload.acts);
    }

    private void badPayments() {
        long salt = seed * 1_000 + ++count;
        FaultPlan drawn = FaultPlan.share(0.5, salt, EnumSet.of(Fault.LATE_APPLY, Fault.DROP_AFTER))
                .on("orders.pay");
        act("half of all payments are answered late or never", sim -> sim.faults(FaultPlan.none(), late(drawn, salt)));
    }

    private void moveOrRename() {
        int who = person();
        String email = "new" + ++count + "@example.com";
        if (random.nextBoolean()) {
            act("member " + who + " moves to " + email, sim -> People.moveTo(sim, who, email));
        } else {
            act("member " + who + " is renamed", sim -> People.rename(sim, who, "Person Renamed" + email.length()));
        }
    }

    private void wait(int minutes) {
        act(minutes + " min pass", sim -> sim.pass(Duration.ofMinutes(minutes)));
    }

    private void lag() {
        int minutes = random.nextInt(1, 300);
        act("searches lag " + minutes + " min", sim -> sim.lag(Duration.ofMinutes(minutes)));
    }

    private void begin() {
        int members = random.nextInt(2, 6);
        for (int i = 0; i < members; i++) {
            join();
        }
        if (random.nextInt(3) == 0) {
            int who = person();
            act("somebody buys a ticket with the address of member " + who, sim -> People.buy(sim, who, ""));
        }
        if (random.nextInt(3) > 0) {
            faults();
        }
        run();
    }

    private void next() {
        int number = random.nextInt(100);
        if (number < 22) {
            run();
        } else if (number < 34) {
            die();
        } else if (number < 40) {
            visit();
        } else if (number < 66 && shared()) {
            bothSides();
        } else if (number < 66) {
            left();
        } else if (number < 82) {
            right();
        } else {
            surroundings();
        }
    }

    /** Some edits are of what flows both ways, where anything does. */
    private boolean shared() {
        return kind.bothWays() && random.nextBoolean();
    }

    private void bothSides() {
        int who = person();
        String name = "Person Both" + ++count;
        String other = "Someone Else" + count;
        String email = "both" + count + "@example.com";
        switch (random.nextInt(8)) {
            case 0 -> act("member " + who + " eats " + name, sim -> People.eats(sim, who, name));
            case 1 -> act("attendee " + who + " eats " + name, sim -> People.answer(sim, who, "Dietary needs", name));
            case 2, 3 -> act("attendee " + who + " moves to " + email, sim -> People.readdress(sim, who, email));
            case 4 -> act(who + " becomes " + name + " twice", sim -> People.renamedTwice(sim, who, name, name));
            case 5 ->
                act(
                        who + " becomes " + name + " here and " + other + " there",
                        sim -> People.renamedTwice(sim, who, name, other));
            case 6 ->
                act(
                        who + " moves to " + email + " here and eats " + name + " there",
                        sim -> People.editedApart(sim, who, email, name));
            default -> act("attendee " + who + " is retyped as " + name, sim -> People.retype(sim, who, name));
        }
    }

    private void run() {
        act("run", Sim::run);
    }

    private void die() {
        die(random.nextInt(1, random.nextBoolean() ? 25 : 90));
    }

    private void die(int point) {
        act("run, and die at step " + point, sim -> {
            sim.crashAt(point);
            sim.run();
        });
    }

    private void visit() {
        int point = random.nextInt(1, 70);
        act("run, with another engine after step " + point, sim -> {
            sim.visitAt(point);
            sim.run();
        });
    }

    private void left() {
        int who = person();
        int other = person();
        int edit = random.nextInt(10);
        String name = "Person Renamed" + ++count;
        String email = "new" + count + "@example.com";
        String status = pick(STATUSES);
        String plan = pick(PLANS);
        switch (edit) {
            case 0, 1 -> act("member " + who + " is renamed " + name, sim -> People.rename(sim, who, name));
            case 2, 3 -> act("member " + who + " moves to " + email, sim -> People.moveTo(sim, who, email));
            case 4 ->
                act(
                        "members " + who + " and " + other + " swap addresses",
                        sim -> People.swapAddresses(sim, who, other));
            case 5 ->
                act("member " + who + " takes the address of " + other, sim -> People.shareAddress(sim, who, other));
            case 6 -> act("member " + who + " becomes " + status, sim -> People.status(sim, who, status));
            case 7 -> act("member " + who + " has the plan " + plan, sim -> People.plan(sim, who, plan));
            case 8 -> act("member " + who + " is deleted", sim -> People.leave(sim, who));
            default -> join();
        }
    }

    /** One in four has been there before, under the same id. */
    private void join() {
        String userId = "m" + (random.nextInt(4) == 0 ? random.nextInt(1, count + 2) : ++count);
        String plan = pick(PLANS);
        FakeMember member = World.member(userId, "Person Number" + userId.substring(1))
                .withPlan(plan.isEmpty() || plan.equals("silver") ? null : plan);
        act(userId + " joins with the plan " + plan, sim -> People.join(sim, member));
    }

    private void right() {
        int who = person();
        String name = "Hand" + ++count;
        switch (random.nextInt(8)) {
            case 0, 1 -> act("attendee " + who + " is retyped as " + name, sim -> People.retype(sim, who, name));
            case 2 ->
                act(
                        "attendee " + who + " has another answer",
                        sim -> People.answer(sim, who, "Membership Status", name));
            case 3 -> act("ticket " + who + " goes to " + name, sim -> People.transfer(sim, who, name));
            case 4 -> act("ticket " + who + " is cancelled", sim -> People.cancel(sim, who));
            case 5 -> act("ticket " + who + " is deleted", sim -> People.delete(sim, who));
            case 6 -> act("ticket " + who + " is exchanged by hand", sim -> People.exchange(sim, who, "VIP"));
            default -> act("somebody buys a ticket with the address of member " + who, sim -> People.buy(sim, who, ""));
        }
    }

    private void surroundings() {
        Duration jump = pick(JUMPS);
        switch (random.nextInt(9)) {
            case 0, 1 -> faults();
            case 2 -> act("no faults", sim -> sim.faults(FaultPlan.none(), FaultPlan.none()));
            case 3 -> wait(random.nextInt(1, 300));
            case 4 -> act("the clock jumps " + jump, sim -> sim.jump(jump));
            case 5 -> lag();
            case 6 -> mapping();
            case 7 -> act("the peer spells names its own way", sim -> sim.peerSpells(true));
            default -> act("plan", Sim::plan);
        }
    }

    private void mapping() {
        switch (random.nextInt(3)) {
            case 0 -> act("one more field is mapped", sim -> sim.diet(true));
            case 1 -> act("that field is mapped no more", sim -> sim.diet(false));
            default -> {
                String gold = random.nextBoolean() ? "General Admission" : "VIP";
                act(
                        "gold becomes " + gold,
                        sim -> sim.ticketTypes(Map.of("gold", gold, "silver", "Backstage", "*", "General Admission")));
            }
        }
    }

    private void faults() {
        double share = random.nextDouble(0.02, 0.2);
        long salt = seed * 1_000 + ++count;
        act(
                "faults of " + Math.round(share * 100) + " %",
                sim -> sim.faults(plan(share / 3, salt), plan(share, salt + 7)));
    }

    /**
     * A payment takes effect up to 90 s late. A change of a ticket does so before anything else can be sent about it: a
     * service that lets an old change overtake a newer one leaves the old one there until the member changes again.
     */
    private static FaultPlan plan(double share, long salt) {
        return late(FaultPlan.share(share, salt, EnumSet.allOf(Fault.class)), salt);
    }

    private static FaultPlan late(FaultPlan drawn, long salt) {
        return (operation, call, request) -> drawn.next(operation, call, request)
                .map(each -> each.fault() == Fault.DELAY ? each.lasting(Duration.ofSeconds(45)) : each)
                .map(each -> each.fault() == Fault.LATE_APPLY
                        ? each.lasting(operation.id().startsWith("orders.") ? late(salt, call) : Duration.ofMillis(1))
                        : each);
    }

    private static Duration late(long salt, long call) {
        return Duration.ofSeconds(1 + Math.floorMod(salt * 7 + call * 13, 90));
    }

    private int person() {
        return random.nextInt(8);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void act(String text, Consumer<Sim> move) {
        acts.add(new Act(text, move));
    }
}
