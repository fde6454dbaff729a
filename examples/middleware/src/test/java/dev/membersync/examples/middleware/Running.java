package dev.membersync.examples.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The application on a free port of this machine. */
final class Running implements AutoCloseable {
    private static final List<String> QUIET =
            List.of("--server.port=0", "--logging.level.root=warn", "--spring.main.banner-mode=off");

    private final ConfigurableApplicationContext context;

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Running start(String... arguments) {
        String[] all = Stream.concat(QUIET.stream(), Stream.of(arguments)).toArray(String[]::new);
        return new Running(MiddlewareApp.application(all).run(all));
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits; the test's own time limit ends it. */
    static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.interrupted()).as("it did not come true in time").isFalse();
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
