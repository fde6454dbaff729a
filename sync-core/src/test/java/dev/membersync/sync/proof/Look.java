package dev.membersync.sync.proof;

import dev.membersync.sync.story.World;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.FakeTicketType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a member should look like as an attendee, and what an attendee looks like: read from the fakes, not from the engine. */
final class Look {
    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String TYPE = "ticketType";
    static final String STATUS = "answer:Membership Status";
    static final String IDENTITY = "answer:Member ID";
    static final String DIET = "answer:Dietary needs";
    /** Where contacts keep what they eat. */
    static final String FOOD = "dietary";
    /** What flows both ways where anything does. */
    static final List<String> SHARED = List.of(NAME, EMAIL, DIET);

    static final List<String> FIELDS = List.of(NAME, EMAIL, TYPE, STATUS, IDENTITY, DIET);

    private Look() {}

    static Map<String, String> of(FakeTicket ticket) {
        Map<String, String> look = new LinkedHashMap<>();
        look.put(NAME, ticket.firstName() + " " + ticket.lastName());
        look.put(EMAIL, ticket.email().toLowerCase(Locale.ROOT));
        look.put(TYPE, Long.toString(ticket.typeId()));
        look.put(STATUS, ticket.answer("Membership Status"));
        look.put(IDENTITY, ticket.answer("Member ID"));
        look.put(DIET, ticket.answer("Dietary needs"));
        return look;
    }

    static Map<String, String> of(FakeMember member, Sim sim) {
        Map<String, String> look = new LinkedHashMap<>();
        look.put(NAME, member.fullName());
        look.put(EMAIL, member.email().toLowerCase(Locale.ROOT));
        type(member, sim.world).ifPresent(type -> look.put(TYPE, Long.toString(type.id())));
        look.put(STATUS, member.status());
        look.put(IDENTITY, member.userId());
        if (sim.hasDiet()) {
            look.put(DIET, sim.kind.bothWays() ? food(member, sim.world) : member.fullName());
        }
        return look;
    }

    private static String food(FakeMember member, World world) {
        return world.memberships
                .contacts()
                .field(member.userId(), FOOD)
                .map(String::valueOf)
                .orElse("");
    }

    private static Optional<FakeTicketType> type(FakeMember member, World world) {
        String name = Optional.ofNullable(member.planId())
                .map(world.ticketTypes::get)
                .or(() -> Optional.ofNullable(world.ticketTypes.get(member.status())))
                .orElse(world.ticketTypes.get("*"));
        return world.event.ticketType(name);
    }
}
