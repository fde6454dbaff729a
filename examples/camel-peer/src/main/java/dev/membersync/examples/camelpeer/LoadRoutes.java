package dev.membersync.examples.camelpeer;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** All pages of all members, and each member to the route about one. */
final class LoadRoutes extends RouteBuilder {
    /** Ends when the whole list was worked off. */
    static final String ENTRY = "direct:load";

    /** Property of the members that come from a list. */
    static final String BULK = "bulk";

    private static final int PAGE = 100;
    private static final String NUMBER = "page";
    private static final String MORE = "more";

    private final Settings settings;

    LoadRoutes(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void configure() throws Exception {
        // "Default Error Handler": with redelivery; a page that cannot be read ends the load.
        errorHandler(defaultErrorHandler()
                .maximumRedeliveries(5)
                .redeliveryDelay(1_000)
                .useExponentialBackOff()
                .backOffMultiplier(2));
        // "Threading Model": a pool that Camel manages and stops.
        ExecutorService pool = new ThreadPoolBuilder(getContext())
                .poolSize(settings.workers())
                .maxPoolSize(settings.workers())
                .maxQueueSize(-1)
                .build("members");
        from(ENTRY)
                .to("direct:ticket-types")
                .setProperty(NUMBER, constant(1))
                .setProperty(MORE, constant(true))
                .setProperty(BULK, constant(true))
                // "Loop", loopDoWhile: pages until one is not full.
                .loopDoWhile(exchangeProperty(MORE))
                .process(Gates.get(
                        exchange -> "/users/", exchange -> "page=" + exchange.getProperty(NUMBER) + "&limit=" + PAGE))
                .to(Gates.MEMBERSHIPS)
                .unmarshal()
                .json(JsonLibrary.Jackson, MemberPage.class)
                .process(LoadRoutes::turn)
                // "Split", parallel processing: each member in a thread of the pool; synchronous, as the page says for
                // routes that go on afterwards.
                .split(body())
                .parallelProcessing()
                .synchronous()
                .executorService(pool)
                .to(MemberRoutes.ENTRY)
                .end()
                .end();
        from("direct:ticket-types")
                .errorHandler(noErrorHandler())
                .process(Gates.get(
                        exchange -> "/rest/events/" + settings.event() + "/staff/ticketing/settings", exchange -> ""))
                .to(Gates.ACCELEVENTS)
                .unmarshal()
                .json(JsonLibrary.Jackson, TicketSettings.class)
                .process(exchange -> getContext()
                        .getRegistry()
                        .bind(MemberRoutes.TYPES, Carried.body(exchange, TicketSettings.class)));
    }

    private static void turn(Exchange exchange) {
        List<Member> members = Carried.body(exchange, MemberPage.class).users();
        exchange.getMessage().setBody(members);
        exchange.setProperty(MORE, members.size() == PAGE);
        exchange.setProperty(NUMBER, Carried.property(exchange, NUMBER, Integer.class) + 1);
    }
}
