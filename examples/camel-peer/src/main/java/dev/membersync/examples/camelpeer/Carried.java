package dev.membersync.examples.camelpeer;

import java.util.Objects;
import org.apache.camel.Exchange;

/** What an exchange carries, where the route has put it before. */
final class Carried {
    private Carried() {}

    static <T> T body(Exchange exchange, Class<T> type) {
        return Objects.requireNonNull(exchange.getMessage().getBody(type), () -> "no body of " + type.getSimpleName());
    }

    static <T> T property(Exchange exchange, String name, Class<T> type) {
        return Objects.requireNonNull(exchange.getProperty(name, type), () -> "no property " + name);
    }
}
