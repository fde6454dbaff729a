package dev.membersync.testkit;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stateful Accelevents organisation with any number of events: their ticket types, orders, attendees and forms, their speakers and sessions, the organisation's uploads and
 * logins, and webhooks. {@link #operations()} lists what it answers. Thread-safe.
 */
public final class FakeAccelevents implements Fake {
    /** The key that works when the builder was given none. */
    public static final String DEFAULT_KEY = "accelevents-test-key";

    private final Switchboard board;
    private final AcceleventsState state;
    private final OrganisationState organisation;
    private final FakeEventWebhooks webhooks;

    private FakeAccelevents(Builder builder) {
        WriteLog writes = new WriteLog();
        state = new AcceleventsState(builder.switches, writes::add, builder.seed);
        organisation = new OrganisationState(builder.seed);
        Set<String> keys = builder.keys.isEmpty() ? Set.of(DEFAULT_KEY) : builder.keys;
        board = new Switchboard(
                builder.time,
                builder.scheduler,
                builder.rate,
                surroundings(routes(state)),
                new AcceleventsDialect(keys, organisation.accounts(), builder.time, builder.switches),
                writes);
        webhooks = new FakeEventWebhooks(board, state, builder.seed);
        state.connect((delay, action) -> board.scheduler()
                .schedule(
                        delay,
                        () -> board.locked(() -> {
                            action.run();
                            return true;
                        })));
        board.plan(builder.faults);
        builder.events.forEach(this::event);
    }

    private static Routes routes(AcceleventsState state) {
        String staff = "/rest/events/{e}/staff";
        String ticketing = "/rest/host/ticketing/{e}";
        String host = "/rest/host/event/{e}";
        TicketSettings settings = new TicketSettings(state);
        FormPages form = new FormPages(state);
        Listings lists = new Listings(state);
        HolderAnswers holders = new HolderAnswers(state);
        TicketChanges changes = new TicketChanges(state);
        String byTicket = ticketing + "/holderData/ticket/{ticketId}";
        String byBarcode = ticketing + "/holder-data/barcode/{barcode}";
        String exchange = host + "/order/{orderId}/transfer-event-ticket";
        String delete = host + "/ticketing/deleteEventTicket/order/{orderId}";
        return new TicketRoutes(state)
                .addTo(new Routes())
                .add(Operation.read("settings.read", staff + "/ticketing/settings"), settings::settings)
                .add(
                        new Operation("fees.calculate", "POST", "/rest/events/{e}/calculateFee", Operation.Kind.READ),
                        settings::fee)
                .add(Operation.write("orders.create", "POST", staff + "/ticketing/order"), new Checkout(state)::order)
                .add(Operation.read("orders.form", staff + "/ticketing/order/{orderId}/formattributes"), form::ofOrder)
                .add(
                        Operation.write("orders.pay", "POST", staff + "/tickets/payment/order/{orderId}"),
                        new PaymentStep(state)::pay)
                .add(Operation.list("attendees.list", staff + "/allAttendees"), lists::attendees)
                .add(Operation.list("orders.list", staff + "/orders"), lists::orders)
                .add(Operation.read("orders.get", staff + "/refund/order/{orderId}"), lists::order)
                .add(Operation.read("holders.get", byTicket), holders::read)
                .add(Operation.write("holders.update", "PUT", byTicket), holders::replaceByTicket)
                .add(Operation.write("holders.updateByBarcode", "PUT", byBarcode), holders::replaceByBarcode)
                .add(Operation.write("tickets.exchange", "PUT", exchange), changes::exchange)
                .add(Operation.write("tickets.delete", "DELETE", delete), changes::delete)
                .add(Operation.read("form.catalogue", ticketing + "/settings"), form::catalogue);
    }

    /** What is around tickets and their orders. */
    private Routes surroundings(Routes routes) {
        new SpeakerRoutes(state).addTo(routes);
        new SessionRoutes(state).addTo(routes);
        new NetworkingProfiles(state).addTo(routes);
        new EventRoutes(state, organisation).addTo(routes);
        new UploadRoutes(state, organisation).addTo(routes);
        return new LoginRoutes(state, organisation.accounts()).addTo(routes);
    }

    /** A builder with the system clock, one key, no events, no rate limit and no faults. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public FakeReply handle(FakeRequest request) {
        return board.handle(request);
    }

    /** The event of a slug; it is made when there is none. */
    public FakeEvent event(String url) {
        return board.locked(() -> new FakeEvent(board, state, state.open(url, board.now())));
    }

    /** The slugs of all events. */
    public List<String> eventUrls() {
        return board.locked(() -> List.copyOf(state.events().keySet()));
    }

    /** Organisers, white labels, people who log in, and uploads. */
    public FakeOrganisation organisation() {
        return new FakeOrganisation(board, organisation);
    }

    /** The webhooks of the organisation. */
    public FakeEventWebhooks webhooks() {
        return webhooks;
    }

    /** What is not documented, or differs. */
    public AcceleventsSwitches switches() {
        return state.switches();
    }

    @Override
    public List<Operation> operations() {
        return board.operations();
    }

    @Override
    public void faults(FaultPlan plan) {
        board.plan(plan);
    }

    @Override
    public void rate(RateRule rule) {
        board.rate(rule);
    }

    @Override
    public RequestLog requests() {
        return board.requests();
    }

    @Override
    public WriteLog writes() {
        return board.writes();
    }

    /** Builds a {@link FakeAccelevents}. */
    public static final class Builder {
        private final Set<String> keys = new LinkedHashSet<>();
        private final Set<String> events = new LinkedHashSet<>();
        private final AcceleventsSwitches switches = new AcceleventsSwitches();
        private InstantSource time = InstantSource.system();
        private @Nullable FakeScheduler scheduler;
        private RateRule rate = RateRule.none();
        private FaultPlan faults = FaultPlan.none();
        private long seed = 1;

        private Builder() {}

        /** The clock of arrivals, effects, holds and limits; default the system clock. */
        public Builder time(InstantSource value) {
            time = value;
            return this;
        }

        /** The seed of barcodes and attendee ids; default 1. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Who applies late effects; default the fake itself, at its next use after they fell due. */
        public Builder scheduler(FakeScheduler value) {
            scheduler = value;
            return this;
        }

        /** Adds a key of the organisation. */
        public Builder apiKey(String key) {
            keys.add(key);
            return this;
        }

        /** Adds an event without ticket types. */
        public Builder event(String url) {
            events.add(url);
            return this;
        }

        /** The rate limit; default none. */
        public Builder rate(RateRule value) {
            rate = value;
            return this;
        }

        /** The faults; default none. */
        public Builder faults(FaultPlan value) {
            faults = value;
            return this;
        }

        /** Turns switches. */
        public Builder switches(Consumer<AcceleventsSwitches> turn) {
            turn.accept(switches);
            return this;
        }

        /** Builds the fake. */
        public FakeAccelevents build() {
            return new FakeAccelevents(this);
        }
    }
}
