package dev.membersync.sync.proof;

import dev.membersync.sync.story.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Stories that are written by hand, for crashes at every step of theirs. Indexes count members and attendees in order. */
final class Script {
    private Script() {}

    /** Everything that one workflow can meet: whoever adds a kind of step to the engine adds a line here. */
    static List<Act> everything() {
        return List.of(
                act("three members without a plan", sim -> join(sim, 1, 3)),
                act("one with the address of an attendee", sim -> {
                    People.join(sim, World.member("m4", "Person Number4"));
                    People.buy(sim, 3, "");
                }),
                act("one whose name is too long", sim -> People.join(sim, World.member("m5", "A" + "b".repeat(60)))),
                act(
                        "one whose ticket type has a price",
                        sim -> People.join(
                                sim, World.member("m6", "Person Number6").withPlan("silver"))),
                act("run", Sim::runToTheEnd),
                act("a new name", sim -> People.rename(sim, 0, "Other Name")),
                act("another plan", sim -> People.plan(sim, 1, "gold")),
                act("a new address", sim -> People.moveTo(sim, 2, "m3@example.org")),
                act("two with one address", sim -> {
                    People.join(sim, World.member("m7", "Person Number7").withEmail("both@example.com"));
                    People.join(sim, World.member("m8", "Person Number8").withEmail("both@example.com"));
                }),
                act("a ticket that is cancelled", sim -> People.cancel(sim, 0)),
                act("the long name is a short one now", sim -> People.rename(sim, 4, "Person Number5")),
                act("run", Sim::runToTheEnd),
                act("one who leaves", sim -> People.status(sim, 2, Sim.LEFT)),
                act("one who is deleted", sim -> People.leave(sim, 3)),
                act("a ticket that is deleted", sim -> People.delete(sim, 0)),
                act("a name by hand", sim -> People.retype(sim, 1, "Hand")),
                act("run", Sim::runToTheEnd));
    }

    /** Everything that flows both ways can meet: edits of either side, of both sides apart, alike and against each other. */
    static List<Act> bothWays() {
        return List.of(
                act("four members", sim -> join(sim, 1, 4)),
                act("one with the address of an attendee", sim -> {
                    People.join(sim, World.member("m5", "Person Number5"));
                    People.buy(sim, 4, "");
                }),
                act("run", Sim::runToTheEnd),
                act("run", Sim::runToTheEnd),
                act("a name on the left", sim -> People.rename(sim, 0, "Left Name")),
                act("a name on the right", sim -> People.retype(sim, 1, "Right")),
                act("an address and an answer apart", sim -> People.editedApart(sim, 2, "m3@example.org", "vegan")),
                act("food on the left", sim -> People.eats(sim, 1, "no nuts")),
                act("the same name twice", sim -> People.renamedTwice(sim, 3, "Agreed Name", "Agreed Name")),
                act("run", Sim::runToTheEnd),
                act("two names", sim -> People.renamedTwice(sim, 2, "Left Person", "Right Person")),
                act("an address on the right", sim -> People.readdress(sim, 0, "m1@example.net")),
                act("an address that is taken", sim -> People.readdress(sim, 1, "m4@example.com")),
                act("run", Sim::runToTheEnd),
                act("a person decides between the two names", sim -> People.rename(sim, 2, "Right Person")),
                act("a ticket that ends while its member is edited", sim -> {
                    People.cancel(sim, 3);
                    People.rename(sim, 3, "Other Name");
                }),
                act("run", Sim::runToTheEnd));
    }

    /** Live: a hook, a poll, a full list, and what happens between them. */
    static List<Act> live() {
        return List.of(
                act("two members", sim -> join(sim, 1, 2)),
                act("run", Sim::runToTheEnd),
                act("a new name", sim -> People.rename(sim, 0, "Other Name")),
                act("some minutes", sim -> sim.pass(Duration.ofMinutes(6))),
                act("a name by hand", sim -> People.retype(sim, 1, "Hand")),
                act("a ticket that is cancelled", sim -> People.cancel(sim, 0)),
                act("one more member", sim -> join(sim, 3, 3)),
                act("some minutes", sim -> sim.pass(Duration.ofMinutes(6))),
                act("run", Sim::runToTheEnd));
    }

    /** Two members, one of whom changes. */
    static List<Act> little() {
        return List.of(
                act("two members", sim -> join(sim, 1, 2)),
                act("run", Sim::runToTheEnd),
                act("a new name", sim -> People.rename(sim, 0, "Other Name")),
                act("run", Sim::runToTheEnd));
    }

    /** Two members, edited on both sides. */
    static List<Act> crossing() {
        return List.of(
                act("two members", sim -> join(sim, 1, 2)),
                act("run", Sim::runToTheEnd),
                act("run", Sim::runToTheEnd),
                act("an address and an answer apart", sim -> People.editedApart(sim, 0, "m1@example.org", "vegan")),
                act("a name on the right", sim -> People.retype(sim, 1, "Right")),
                act("run", Sim::runToTheEnd));
    }

    /** Two members. */
    static List<Act> least() {
        return List.of(act("two members", sim -> join(sim, 1, 2)), act("run", Sim::runToTheEnd));
    }

    private static void join(Sim sim, int from, int to) {
        for (int i = from; i <= to; i++) {
            People.join(sim, World.member("m" + i, "Person Number" + i));
        }
    }

    private static Act act(String text, Consumer<Sim> move) {
        return new Act(text, move);
    }
}
