package dev.membersync.sync.proof;

import dev.membersync.sync.story.World;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What people do on both sides, each thing written into the ledger. Whom it concerns is counted around the list. */
final class People {
    private People() {}

    private static Optional<FakeMember> member(Sim sim, int index) {
        return among(sim.world.memberships.members().all(), index);
    }

    private static void withTicket(Sim sim, int index, Consumer<FakeTicket> then) {
        among(sim.world.event.attendees(), index).ifPresent(then);
    }

    private static <T> Optional<T> among(List<T> all, int index) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(index % all.size()));
    }

    static void join(Sim sim, FakeMember member) {
        if (sim.world.memberships.members().find(member.userId()).isEmpty()) {
            sim.world.memberships.members().add(member);
            sim.ledger.join(member.userId());
            sim.ledger.status(member.userId(), member.status());
        }
    }

    static void rename(Sim sim, int index, String name) {
        member(sim, index).ifPresent(member -> {
            sim.world.memberships.members().rename(member.userId(), name);
            noted(sim, member, Look.NAME, name);
        });
    }

    static void moveTo(Sim sim, int index, String email) {
        member(sim, index).ifPresent(member -> address(sim, member, email));
    }

    private static void address(Sim sim, FakeMember member, String email) {
        sim.world.memberships.members().changeEmail(member.userId(), email);
        noted(sim, member, Look.EMAIL, email);
    }

    static void swapAddresses(Sim sim, int one, int other) {
        member(sim, one)
                .ifPresent(first -> member(sim, other).ifPresent(second -> {
                    address(sim, first, second.email());
                    address(sim, second, first.email());
                }));
    }

    static void shareAddress(Sim sim, int one, int other) {
        member(sim, one)
                .ifPresent(first -> member(sim, other).ifPresent(second -> address(sim, first, second.email())));
    }

    static void status(Sim sim, int index, String status) {
        member(sim, index).ifPresent(member -> {
            sim.world.memberships.members().changeStatus(member.userId(), status);
            sim.ledger.status(member.userId(), status);
        });
    }

    static void plan(Sim sim, int index, String plan) {
        member(sim, index).ifPresent(member -> {
            sim.world.memberships.members().changePlan(member.userId(), plan.isEmpty() ? null : plan);
        });
    }

    static void leave(Sim sim, int index) {
        member(sim, index).ifPresent(member -> sim.world.memberships.members().delete(member.userId()));
    }

    private static void noted(Sim sim, FakeMember member, String field, String value) {
        sim.ledger.edit(member.userId(), field, value, sim.isUndecided(member.userId()));
        if (sim.isUnseen(member.userId())) {
            sim.ledger.unnoticed(member.userId(), field, value);
        }
    }

    private static void hand(Sim sim, FakeTicket ticket, String field, String value) {
        sim.ledger.hand(ticket.id(), field, value);
        sim.ledger.edit(Long.toString(ticket.id()), field, value, false);
        if (sim.isUnseen(ticket.id(), ticket.orderId())) {
            sim.ledger.unnoticed(Long.toString(ticket.id()), field, value);
        }
    }

    /** What a member eats, where members are contacts. */
    static void eats(Sim sim, int index, String food) {
        if (sim.kind.bothWays()) {
            member(sim, index).ifPresent(member -> {
                sim.world.memberships.contacts().field(member.userId(), Look.FOOD, food);
                noted(sim, member, Look.DIET, food);
            });
        }
    }

    static void readdress(Sim sim, int index, String email) {
        withTicket(sim, index, ticket -> {
            sim.world.event.answer(ticket.id(), "Email", email);
            hand(sim, ticket, Look.EMAIL, email);
        });
    }

    /** One person changes the member and another one his ticket, each between the same two runs. */
    static void onBothSides(Sim sim, int index, Consumer<FakeMember> left, Consumer<FakeTicket> right) {
        member(sim, index).ifPresent(member -> {
            left.accept(member);
            sim.world.event.attendees().stream()
                    .filter(ticket -> ticket.answer("Member ID").equals(member.userId()))
                    .findFirst()
                    .ifPresent(right);
        });
    }

    /** Both write a name: the same one, or two. */
    static void renamedTwice(Sim sim, int index, String left, String right) {
        onBothSides(sim, index, member -> rename(sim, index, left), ticket -> {
            String[] words = right.split(" ", 2);
            sim.world.event.answer(ticket.id(), "First Name", words[0]);
            sim.world.event.answer(ticket.id(), "Last Name", words[1]);
            hand(sim, ticket, Look.NAME, right);
        });
    }

    /** One writes an address, the other one what the person eats. */
    static void editedApart(Sim sim, int index, String email, String food) {
        onBothSides(sim, index, member -> moveTo(sim, index, email), ticket -> {
            sim.world.event.answer(ticket.id(), "Dietary needs", food);
            hand(sim, ticket, Look.DIET, food);
        });
    }

    static void retype(Sim sim, int index, String firstName) {
        withTicket(sim, index, ticket -> {
            sim.world.event.answer(ticket.id(), "First Name", firstName);
            hand(sim, ticket, Look.NAME, firstName + " " + ticket.lastName());
        });
    }

    static void answer(Sim sim, int index, String label, String value) {
        withTicket(sim, index, ticket -> {
            sim.world.event.answer(ticket.id(), label, value);
            hand(sim, ticket, "answer:" + label, value);
        });
    }

    static void transfer(Sim sim, int index, String firstName) {
        withTicket(sim, index, ticket -> {
            String email = firstName.toLowerCase(Locale.ROOT) + "@example.net";
            sim.world.event.answer(ticket.id(), "First Name", firstName);
            sim.world.event.answer(ticket.id(), "Last Name", "Heir");
            sim.world.event.answer(ticket.id(), "Email", email);
            hand(sim, ticket, Look.NAME, firstName + " Heir");
            hand(sim, ticket, Look.EMAIL, email);
        });
    }

    static void cancel(Sim sim, int index) {
        withTicket(sim, index, ticket -> {
            sim.world.event.cancel(ticket.id());
            sim.ledger.end(ticket.id());
        });
    }

    static void delete(Sim sim, int index) {
        withTicket(sim, index, ticket -> {
            sim.world.event.delete(ticket.id());
            sim.ledger.end(ticket.id());
        });
    }

    static void exchange(Sim sim, int index, String type) {
        long typeId = sim.world.event.ticketType(type).orElseThrow().id();
        withTicket(sim, index, ticket -> {
            sim.world.event.exchange(ticket.id(), typeId);
            sim.ledger.hand(ticket.id(), Look.TYPE, Long.toString(typeId));
        });
    }

    /** Somebody buys a ticket without us, under the address of a member or under one of no member. */
    static void buy(Sim sim, int index, String stranger) {
        World world = sim.world;
        String email =
                stranger.isEmpty() ? member(sim, index).map(FakeMember::email).orElse("nobody@example.net") : stranger;
        long type = world.event.ticketType("General Admission").orElseThrow().id();
        FakeTicket ticket = world.event.addAttendee(type, "Bought", "Elsewhere", email);
        Look.of(ticket).forEach((field, value) -> sim.ledger.hand(ticket.id(), field, value));
    }
}
