package dev.membersync.sync.story;

import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.testkit.FakeTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One world for each kind of review; the review is about m1. */
enum Quandary {
    /** Both sides changed the name. */
    CONFLICT {
        @Override
        World raise() {
            World world = registered(World.twoWay());
            world.memberships.members().rename("m1", "Left Name");
            world.editTicket("m1", "First Name", "Right");
            return asked(world);
        }
    },
    /** The ticket shows somebody else. */
    IDENTITY {
        @Override
        World raise() {
            World world = registered(World.twoWay());
            world.editTicket("m1", "First Name", "Else");
            world.editTicket("m1", "Email", "else@example.org");
            return asked(world);
        }
    },
    /** Two tickets could be the member's, and neither has his name. */
    DISPUTED {
        @Override
        World raise() {
            World world = World.ordinary();
            stranger(world, "One");
            stranger(world, "Two");
            world.members(1);
            return asked(world);
        }
    },
    /** A ticket that was cancelled, and told so, is booked again. */
    STEP {
        @Override
        World raise() {
            RegistrationsWorld told = RegistrationsWorld.standard();
            FakeTicket ticket = told.registered("m1", "VIP");
            told.world.sync();
            told.world.event.cancel(ticket.id());
            told.world.sync();
            told.world.event.book(ticket.id());
            return asked(told.world);
        }
    },
    /** The request that puts the member into a workflow got lost. */
    ENROLMENT {
        @Override
        World raise() {
            RegistrationsWorld told = RegistrationsWorld.highLevel();
            told.enrol(RegistrationState.REGISTERED, "welcome");
            told.world.sync();
            told.registered("m1", "VIP");
            told.losing();
            told.world.sync();
            told.working();
            return asked(told.world);
        }
    },
    /** Automations on both sides rewrite the name. */
    FENCED {
        @Override
        World raise() {
            World world = registered(World.twoWay());
            world.editTicket("m1", "First Name", "Begin");
            for (int i = 0; i < 12; i++) {
                int left = world.memberships.writes().count();
                int right = world.accelevents.writes().count();
                world.sync();
                world.time.advance(Duration.ofSeconds(10));
                if (world.memberships.writes().count() > left) {
                    world.memberships.members().rename("m1", "Left" + i + " Number1");
                }
                if (world.accelevents.writes().count() > right) {
                    world.sync(); // the first showing after our write would be taken for its spelling
                    world.editTicket("m1", "First Name", "Right" + i);
                }
            }
            return asked(world);
        }
    },
    /** The member's plan costs money. */
    PRICED {
        @Override
        World raise() {
            World world = World.ordinary();
            world.memberships.members().add(World.member("m1", "Person Number1").withPlan("silver"));
            return asked(world);
        }
    },
    /** The member left, and his ticket costs money. */
    PAID_REMOVAL {
        @Override
        World raise() {
            World world = leaving(World.ordinary());
            world.memberships.members().add(World.member("m1", "Person Number1").withPlan("silver"));
            world.sync();
            world.memberships.members().changeStatus("m1", "left");
            return asked(world);
        }
    },
    /** Another plan with another price. */
    PRICE_CHANGE {
        @Override
        World raise() {
            World world = registered(World.ordinary());
            world.memberships.members().changePlan("m1", "silver");
            return asked(world);
        }
    },
    /** Another plan, and every exchange is asked about. */
    EXCHANGE {
        @Override
        World raise() {
            World world = World.ordinary();
            UnaryOperator<MembersToAttendees> before = world.workflow;
            world.workflow = template -> before.apply(template).exchanges(Exchanges.ASK);
            registered(world);
            world.memberships.members().changePlan("m1", "gold");
            return asked(world);
        }
    },
    /** The table asks about the status of a member without a registration. */
    STATUS {
        @Override
        World raise() {
            World world = leaving(World.ordinary());
            world.members(1);
            world.memberships.members().changeStatus("m1", "paused");
            return asked(world);
        }
    },
    /** The member has lapsed, and his registration stays. */
    LAPSED {
        @Override
        World raise() {
            World world = leaving(World.ordinary());
            registered(world);
            world.memberships.members().changeStatus("m1", "lapsed");
            return asked(world);
        }
    },
    /** The member is gone. */
    LEFT_GONE {
        @Override
        World raise() {
            World world = registered(World.ordinary());
            world.memberships.members().delete("m1");
            return asked(world);
        }
    },
    /** The member is gone, and his ticket was edited. */
    GONE_AND_EDITED {
        @Override
        World raise() {
            World world = registered(World.twoWay());
            world.memberships.members().delete("m1");
            world.editTicket("m1", "First Name", "Edited");
            return asked(world);
        }
    },
    /** Somebody with the member's address was erased. */
    ERASED {
        @Override
        World raise() {
            World world = World.ordinary();
            PersonKeys keys = new PersonKeys(World.KEY.marker());
            world.store.inTransaction(new Scope("", "", "", ""), tx -> {
                tx.tombstones().set(List.of(keys.email("M1@example.com").orElseThrow()), Instant.EPOCH);
                return true;
            });
            world.members(1);
            return asked(world);
        }
    },
    /** The event refuses an address that is taken. */
    REFUSED {
        @Override
        World raise() {
            World world = World.ordinary();
            world.accelevents.switches().uniqueHolderEmail(true);
            world.event.addAttendee(type(world), "Taken", "Already", "taken@example.com");
            world.memberships.members().add(World.member("m0", "First One").withEmail("m1@example.com"));
            world.sync();
            world.memberships.members().add(World.member("m1", "Person Number1"));
            return asked(world);
        }
    },
    /** A second ticket with the member's tag turned up. */
    DUPLICATE {
        @Override
        World raise() {
            World world = registered(World.ordinary());
            world.event.addAttendee(
                    type(world),
                    Map.of("First Name", "Person", "Last Name", "Number1", "Email", "m1@example.com"),
                    "membersync:m1");
            return asked(world);
        }
    };

    abstract World raise();

    private static World registered(World world) {
        world.members(1);
        world.sync();
        world.sync();
        return world;
    }

    private static World leaving(World world) {
        world.workflow = template -> template.guards(World.WIDE)
                .paidTickets(PaidTickets.CASH)
                .statuses(Statuses.of(Map.of(
                        "active",
                        StatusAction.REGISTER,
                        "lapsed",
                        StatusAction.FLAG,
                        "left",
                        StatusAction.REMOVE,
                        "paused",
                        StatusAction.REVIEW)));
        return world;
    }

    private static World asked(World world) {
        world.sync();
        world.forgetCalls();
        return world;
    }

    private static long type(World world) {
        return world.event.ticketType("General Admission").orElseThrow().id();
    }

    static FakeTicket stranger(World world, String name) {
        return world.event.addAttendee(type(world), "Stranger", name, "m1@example.com");
    }

    String id() {
        return name() + ":m1";
    }
}
