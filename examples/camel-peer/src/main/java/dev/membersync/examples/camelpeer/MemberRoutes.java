package dev.membersync.examples.camelpeer;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/**
 * What the routes about one member share. "Exception Clause", Scopes: error handling that several builders share stands in
 * the {@code configure} of a base class.
 */
abstract class MemberRoutes extends RouteBuilder {
    /** Takes a {@link Member} as its body. */
    static final String ENTRY = "direct:member";

    static final String USER_ID = "userId";
    static final String TYPES = "ticketTypes";
    static final String CREATE = "direct:create";

    private static final String MEMBER = "member";
    private static final String ORDER_ID = "orderId";

    private final Settings settings;
    private final Bodies bodies;
    private final Progress progress;

    MemberRoutes(Settings settings, Bodies bodies, Progress progress) {
        this.settings = settings;
        this.bodies = bodies;
        this.progress = progress;
    }

    Settings settings() {
        return settings;
    }

    Progress progress() {
        return progress;
    }

    /** The path of the event, with what follows it. */
    String event(String rest) {
        return "/rest/events/" + settings.event() + "/staff/" + rest;
    }

    /** Puts the member of the body where it stays while the body changes. */
    void remember(Exchange exchange) {
        Member member = Carried.body(exchange, Member.class);
        exchange.setProperty(MEMBER, member);
        exchange.setProperty(USER_ID, member.userId());
        progress.seen();
    }

    static Member member(Exchange exchange) {
        return Carried.property(exchange, MEMBER, Member.class);
    }

    private TicketType type(Exchange exchange) {
        TicketSettings types = getContext().getRegistry().lookupByNameAndType(TYPES, TicketSettings.class);
        return Objects.requireNonNull(types, "the ticket types were not read").of(member(exchange));
    }

    /** Order and payment, which make an attendee. */
    void createRoute() {
        from(CREATE)
                .setBody()
                .exchange(exchange -> bodies.order(type(exchange)))
                .marshal()
                .json(JsonLibrary.Jackson)
                .process(Gates.send("POST", exchange -> event("ticketing/order"), "", true))
                .to(Gates.ACCELEVENTS)
                .unmarshal()
                .json(JsonLibrary.Jackson, OrderReply.class)
                .setProperty(ORDER_ID)
                .body(OrderReply.class, OrderReply::orderId)
                .setBody()
                .exchange(exchange -> bodies.payment(member(exchange), type(exchange)))
                .marshal()
                .json(JsonLibrary.Jackson)
                .process(Gates.send(
                        "POST",
                        exchange -> event("tickets/payment/order/" + exchange.getProperty(ORDER_ID)),
                        "uptodate=true&waitListIds=",
                        false))
                .to(Gates.ACCELEVENTS)
                .process(exchange -> progress.created());
    }
}
