package dev.membersync.examples.cluster;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeDelivery;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeTicket;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two services of one tenant, as fakes behind real sockets. */
final class Services implements AutoCloseable {
    static final String SECRET = "0123456789abcdef0123";
    private static final String KEY = "events-key";

    private final String tenant;
    private final int rate;
    private final FakeMemberships memberships = FakeMemberships.builder()
            .highLevel("loc1", "comp1")
            .time(InstantSource.system())
            .apiKey("key", "contacts.readonly", "contacts.write", "locations/customFields.readonly")
            .build();
    private final FakeAccelevents accelevents = FakeAccelevents.builder()
            .time(InstantSource.system())
            .apiKey(KEY)
            .event("spring-summit")
            .build();
    private final FakeEvent event = accelevents.event("spring-summit");
    private final FakeServer left = FakeServer.start(memberships, 0);
    private final FakeServer right = FakeServer.start(accelevents, 0);
    private int joined;

    /**
     * Services with members and no attendees.
     *
     * @param rate calls in ten seconds
     */
    Services(String tenant, int members, int rate) {
        this.tenant = tenant;
        this.rate = rate;
        event.addTicketType("General Admission", "0", 1_000_000);
        event.putField(FakeField.question("Membership Status"));
        event.putField(FakeField.attribute("Member ID"));
        join(members);
    }

    String tenant() {
        return tenant;
    }

    /** Sends the webhooks of both services; a hook answers with its status. */
    void deliverTo(Function<FakeDelivery, Integer> members, Function<FakeDelivery, Integer> tickets) {
        memberships.webhooks().deliverTo(members::apply);
        accelevents
                .webhooks()
                .registerAll(URI.create("http://127.0.0.1:1/hooks/accelevents/" + SECRET))
                .deliverTo(tickets::apply);
    }

    /** So many people become members. */
    void join(int number) {
        for (int i = 0; i < number; i++) {
            String id = "m" + joined++;
            memberships
                    .members()
                    .add(FakeMember.of(id, id + "@" + tenant + ".example", "First Person" + id)
                            .withStatus("active"));
        }
    }

    /** Every third member gets another name. */
    void rename(String firstName) {
        for (int i = 0; i < joined; i += 3) {
            memberships.members().rename("m" + i, firstName + " Personm" + i);
        }
    }

    int members() {
        return memberships.members().count();
    }

    int attendees() {
        return event.attendees().size();
    }

    private List<String> identities() {
        return event.attendees().stream()
                .map((FakeTicket ticket) -> ticket.answer("Member ID"))
                .toList();
    }

    /** Attendees beyond one for each member. */
    long doubled() {
        List<String> all = identities();
        return (long) all.size() - new HashSet<>(all).size();
    }

    /** Orders that nobody paid, as a kill between order and payment leaves them: they are no attendees, and nobody gets a mail. */
    long unpaid() {
        return accelevents.writes().count("order") - event.attendees().size();
    }

    /** Members without a ticket. */
    long missing() {
        return memberships.members().all().stream()
                .map(FakeMember::userId)
                .filter(id -> !identities().contains(id))
                .count();
    }

    /** Tickets whose name is not their member's. */
    long different() {
        Map<String, String> names = memberships.members().all().stream()
                .collect(Collectors.toMap(FakeMember::userId, member -> String.valueOf(member.fullName())));
        return event.attendees().stream()
                .filter(ticket ->
                        !(ticket.firstName() + " " + ticket.lastName()).equals(names.get(ticket.answer("Member ID"))))
                .count();
    }

    boolean areInStep() {
        return attendees() >= members() && missing() == 0 && different() == 0;
    }

    int calls() {
        return memberships.requests().count() + accelevents.requests().count();
    }

    /** Those of them that went to Accelevents. */
    int rightCalls() {
        return accelevents.requests().count();
    }

    int writes() {
        return memberships.writes().count() + accelevents.writes().count();
    }

    /** The configuration of the tenant. */
    String yaml(String store) {
        return """
                memberships:
                  profile: highlevel
                  locationId: loc1
                  members: {only: {tag: member}, status: 'field:membership_status'}
                  baseUrl: '%s'
                  apiKey: key
                  rate: {calls: %d, per: 10s}
                accelevents: {baseUrl: '%s', apiKey: %s, eventUrl: spring-summit, rate: {calls: %d, per: 10s}}
                store: {url: '%s', key: 'a long random text for %s'}
                live: {pollEvery: 5s, hooks: {secret: '%s', publicKey: '%s'}}
                workflows:
                  - template: members-to-attendees
                    ticketTypes: {'*': General Admission}
                    guards: {creates: 1000000, changes: '100%% and 1000000'}
                """.formatted(
                        left.url(),
                        rate,
                        right.url(),
                        KEY,
                        rate,
                        store,
                        tenant,
                        SECRET,
                        memberships.webhooks().publicKey());
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
