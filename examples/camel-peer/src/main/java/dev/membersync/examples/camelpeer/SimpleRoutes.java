package dev.membersync.examples.camelpeer;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.PredicateValidationException;

/** One member, as the examples of the documentation do it; {@code eager} is all that differs between the two settings. */
final class SimpleRoutes extends MemberRoutes {
    private final IdempotentRepository repository;

    SimpleRoutes(Settings settings, Bodies bodies, Progress progress, IdempotentRepository repository) {
        super(settings, bodies, progress);
        this.repository = repository;
    }

    @Override
    public void configure() {
        // "Dead Letter Channel": some redeliveries with a growing delay, then the original message goes to another
        // endpoint, and the message counts as handled.
        errorHandler(deadLetterChannel(DeadLetters.ENTRY)
                .maximumRedeliveries(3)
                .redeliveryDelay(1_000)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .useOriginalMessage());
        // "Exception Clause": no redelivery where a repetition cannot help.
        onException(PredicateValidationException.class).handled(true).to(DeadLetters.ENTRY);
        from(ENTRY)
                .process(this::remember)
                // "Message Filter"
                .filter()
                .body(Member.class, Member::active)
                // "Validate": what cannot become a ticket is a dead letter before it costs a call.
                .validate()
                .body(Member.class, Member::complete)
                // "Idempotent Consumer": by the id that the sender gave.
                .idempotentConsumer(exchangeProperty(USER_ID), repository)
                .eager(settings().setting().eager())
                .to(CREATE);
        createRoute();
    }
}
