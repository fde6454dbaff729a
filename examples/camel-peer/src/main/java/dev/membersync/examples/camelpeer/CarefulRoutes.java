package dev.membersync.examples.camelpeer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;

/** One member, as somebody does it who has seen duplicates. */
final class CarefulRoutes extends MemberRoutes {
    private static final String KEY = "key";
    private static final String LOOKUP = "direct:lookup";
    private static final String UPDATE = "direct:update";
    private static final String LIST = "direct:list-tickets";
    private static final String NUMBER = "ticketPage";
    private static final String MORE = "moreTickets";
    private static final int PAGE = 100;

    private final IdempotentRepository repository;
    private final Holders holders;

    CarefulRoutes(
            Settings settings, Bodies bodies, Progress progress, IdempotentRepository repository, Holders holders) {
        super(settings, bodies, progress);
        this.repository = repository;
        this.holders = holders;
    }

    @Override
    public void configure() {
        redelivery();
        memberRoutes();
        lookupRoutes();
        updateRoute();
        createRoute();
    }

    /** "Exception Clause", onWhen: which failures are safe to send again depends on the call and on what failed. */
    private void redelivery() {
        // Nothing happened at the service: its limit, its outage, no connection.
        onException(HttpOperationFailedException.class)
                .onWhen(exchange -> status(exchange) == 429 || status(exchange) == 503)
                .onExceptionOccurred(CarefulRoutes::waitAsTold)
                .maximumRedeliveries(8)
                .redeliveryDelay(500)
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(10_000)
                .useExponentialBackOff()
                .useCollisionAvoidance()
                .handled(true)
                .to(DeadLetters.ENTRY);
        onException(HttpHostConnectException.class, ConnectTimeoutException.class, ConnectException.class)
                .maximumRedeliveries(8)
                .redeliveryDelay(500)
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(10_000)
                .useExponentialBackOff()
                .handled(true)
                .to(DeadLetters.ENTRY);
        // Nobody knows what happened: only where a second time does no harm. The payment is not among these.
        onException(IOException.class, HttpOperationFailedException.class)
                .onWhen(exchange -> Boolean.TRUE.equals(exchange.getProperty(Gates.REPEATABLE))
                        && (status(exchange) == 0 || status(exchange) >= 500))
                .maximumRedeliveries(4)
                .redeliveryDelay(500)
                .backOffMultiplier(2)
                .useExponentialBackOff()
                .handled(true)
                .to(DeadLetters.ENTRY);
        onException(Exception.class).handled(true).to(DeadLetters.ENTRY);
    }

    private void memberRoutes() {
        from(ENTRY)
                .process(this::remember)
                .setProperty(KEY)
                .body(Member.class, member -> member.userId() + ":" + member.fingerprint())
                // "Throttle", concurrent requests with a correlation: one at a time for a member, wherever it comes
                // from,
                // and not more than the workers in all.
                .throttle(1)
                .correlationExpression(exchangeProperty(USER_ID))
                .concurrentRequestsMode()
                .throttle(settings().workers())
                .concurrentRequestsMode()
                .to("direct:member-in-transaction");
        from("direct:member-in-transaction")
                // "Transactional Client": the repository's row is part of the transaction. A key that was added eagerly
                // is gone again when the process dies, and keeps other processes out until then.
                .transacted()
                // "Validate"
                .validate(exchange ->
                        !member(exchange).active() || member(exchange).complete())
                // "Idempotent Consumer", with the content in the key, so that a change is no duplicate.
                .idempotentConsumer(exchangeProperty(KEY), repository)
                .eager(settings().setting().eager())
                .to(LOOKUP)
                .choice()
                .when(exchangeProperty(Holders.SHEET).isNotNull())
                .to(UPDATE)
                .when(exchange -> member(exchange).active())
                .to(CREATE)
                .end();
    }

    /** "Content Enricher": what the other side has is read before anything is made there. */
    private void lookupRoutes() {
        ProducerTemplate template = getContext().createProducerTemplate();
        from(LOOKUP)
                .choice()
                .when(exchangeProperty(LoadRoutes.BULK).isEqualTo(true))
                .process(exchange -> holders.list(() -> template.requestBody(LIST, "")))
                .process(holders::ofList)
                .otherwise()
                .process(Gates.get(exchange -> event("orders"), CarefulRoutes::search))
                .to(Gates.ACCELEVENTS)
                .unmarshal()
                .json(JsonLibrary.Jackson, OrderPage.class)
                .process(holders::ofSearch)
                .end()
                .loopDoWhile(exchangeProperty(Holders.NEXT).isNotNull())
                .process(Gates.get(
                        exchange -> holder("holderData/ticket/" + exchange.getProperty(Holders.NEXT)), exchange -> ""))
                .to(Gates.ACCELEVENTS)
                .unmarshal()
                .json(JsonLibrary.Jackson, HolderSheet.class)
                .process(holders::compare)
                .end();
        from(LIST)
                .setProperty(NUMBER, constant(0))
                .setProperty(MORE, constant(true))
                .loopDoWhile(exchangeProperty(MORE))
                .process(Gates.get(
                        exchange -> event("orders"),
                        exchange -> "page=" + exchange.getProperty(NUMBER) + "&size=" + PAGE))
                .to(Gates.ACCELEVENTS)
                .unmarshal()
                .json(JsonLibrary.Jackson, OrderPage.class)
                .process(this::take)
                .end();
    }

    private void take(Exchange exchange) {
        OrderPage page = Carried.body(exchange, OrderPage.class);
        holders.take(page);
        exchange.setProperty(MORE, page.orders().size() == PAGE);
        exchange.setProperty(NUMBER, Carried.property(exchange, NUMBER, Integer.class) + 1);
    }

    /** One write, and the keys of what the member was before go, so that a change back is a change too. */
    private void updateRoute() {
        from(UPDATE)
                .choice()
                .when(exchange -> !sheet(exchange).shows(member(exchange)))
                .setBody()
                .exchange(exchange -> sheet(exchange).showing(member(exchange)))
                .marshal()
                .json(JsonLibrary.Jackson)
                .process(Gates.send(
                        "PUT",
                        exchange -> holder("holder-data/barcode/" + exchange.getProperty(Holders.BARCODE)),
                        "",
                        true))
                .to(Gates.ACCELEVENTS)
                .process(exchange -> progress().updated())
                .end()
                .setBody()
                .exchange(exchange ->
                        Map.of("older", exchange.getProperty(USER_ID) + ":%", "key", exchange.getProperty(KEY)))
                .to("sql:delete from CAMEL_MESSAGEPROCESSED where messageId like :#older and messageId <> :#key");
    }

    private static HolderSheet sheet(Exchange exchange) {
        return Carried.property(exchange, Holders.SHEET, HolderSheet.class);
    }

    private String holder(String rest) {
        return "/rest/host/ticketing/" + settings().event() + "/" + rest;
    }

    private static String search(Exchange exchange) {
        return "page=0&size=" + PAGE + "&searchString="
                + URLEncoder.encode(member(exchange).address(), StandardCharsets.UTF_8);
    }

    /** The HTTP status that failed, or 0 when there was no reply. */
    private static int status(Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class)
                        instanceof HttpOperationFailedException http
                ? http.getHttpResponseCode()
                : 0;
    }

    /** "Dead Letter Channel", dynamically calculated delay: what the service says goes before the policy. */
    private static void waitAsTold(Exchange exchange) {
        Exception failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof HttpOperationFailedException http && http.getResponseHeaders() != null) {
            String told = http.getResponseHeaders().getOrDefault("Retry-After", "");
            if (told.matches("\\d{1,4}")) {
                exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, Long.parseLong(told) * 1_000);
            }
        }
    }
}
