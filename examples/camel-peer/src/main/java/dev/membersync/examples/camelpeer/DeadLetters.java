package dev.membersync.examples.camelpeer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Dead letters go into a table: "Dead Letter Channel" to an endpoint of the component "SQL". */
final class DeadLetters extends RouteBuilder {
    static final String ENTRY = "direct:dead-letters";

    static final String TABLE = "create table if not exists camel_dead_letter"
            + " (member varchar(255), reason varchar(1000), died_at timestamp)";

    private final Progress progress;

    DeadLetters(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void configure() {
        from(ENTRY)
                .errorHandler(noErrorHandler())
                .setBody()
                .exchange(DeadLetters::row)
                .to("sql:insert into camel_dead_letter values (:#member, :#reason, current_timestamp)")
                .process(exchange -> progress.dead());
    }

    /** Ids and kinds of failures, nothing of the person. */
    private static Map<String, Object> row(Exchange exchange) {
        Exception cause = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
        String reason = cause instanceof HttpOperationFailedException http
                ? "HTTP " + http.getHttpResponseCode()
                : String.valueOf(cause == null ? null : cause.getClass().getSimpleName());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("member", exchange.getProperty(MemberRoutes.USER_ID, "", String.class));
        row.put("reason", reason);
        return row;
    }
}
