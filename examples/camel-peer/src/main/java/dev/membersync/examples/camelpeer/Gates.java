package dev.membersync.examples.camelpeer;

import static org.apache.camel.Exchange.HTTP_METHOD;
import static org.apache.camel.Exchange.HTTP_PATH;
import static org.apache.camel.Exchange.HTTP_QUERY;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;

/** One route in front of each service, which every call goes through, so that one throttler counts them all. */
final class Gates extends RouteBuilder {
    static final String MEMBERSHIPS = "direct:memberships";
    static final String ACCELEVENTS = "direct:accelevents";

    /** Whether a call may be sent again when nobody knows what became of it. */
    static final String REPEATABLE = "repeatable";

    private final Settings settings;

    Gates(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void configure() {
        gate(MEMBERSHIPS, settings.memberships(), "Authorization", "Bearer " + settings.membershipsKey());
        gate(ACCELEVENTS, settings.accelevents(), "Key", settings.acceleventsKey());
    }

    private void gate(String name, String origin, String header, String key) {
        boolean careful = settings.setting() == Setting.CAREFUL;
        Rate rate = careful ? settings.rate().slower() : settings.rate();
        from(name)
                // "How do I retry processing a message from a certain point back or an entire route": without an error
                // handler of its own the caller redelivers the whole route, so a repeated call pays the throttler too.
                .errorHandler(noErrorHandler())
                // "Throttle": so many messages in each period; the others wait.
                .throttle(rate.calls())
                .timePeriodMillis(rate.millis())
                // "HTTP", Message Headers: headers become request headers, so those of earlier replies go first.
                .removeHeaders("*", "CamelHttp*")
                .setHeader(header, constant(key))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                // "HTTP": a static endpoint with its path and query in headers, which keeps one pool of connections.
                .to(origin)
                .removeHeaders("*");
    }

    /** Makes the next call a read. */
    static Processor get(Function<Exchange, String> path, Function<Exchange, String> query) {
        return exchange -> {
            aim(exchange, "GET", path.apply(exchange), query.apply(exchange));
            exchange.setProperty(REPEATABLE, true);
            exchange.getMessage().setBody(null);
        };
    }

    /** Makes the next call send the body. */
    static Processor send(String method, Function<Exchange, String> path, String query, boolean repeatable) {
        return exchange -> {
            aim(exchange, method, path.apply(exchange), query);
            exchange.setProperty(REPEATABLE, repeatable);
        };
    }

    /** Headers that came with a webhook or an earlier reply would aim elsewhere. */
    private static void aim(Exchange exchange, String method, String path, String query) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(HTTP_METHOD, method);
        exchange.getMessage().setHeader(HTTP_PATH, path);
        if (!query.isEmpty()) {
            exchange.getMessage().setHeader(HTTP_QUERY, query);
        }
    }
}
