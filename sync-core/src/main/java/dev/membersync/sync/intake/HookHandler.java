package dev.membersync.sync.intake;

import dev.membersync.client.webhook.Delivery;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes webhooks from whatever web framework there is: hand it each request as it came and send its answer. It throws
 * nothing, keeps no body and logs no body, header or address. Thread-safe.
 *
 * <p>Of a body read {@link #LARGEST_BODY} bytes and one more at most. A reverse proxy must pass the path on as it came.
 */
public final class HookHandler {
    /** The largest body in bytes that any sender may send. */
    public static final int LARGEST_BODY = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(HookHandler.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(60);

    private final Map<String, Hook> hooks;
    private final Consumer<LiveEvent> news;
    private final Map<List<String>, LongAdder> counters = new ConcurrentHashMap<>();

    private HookHandler(Map<String, Hook> hooks, Consumer<LiveEvent> news) {
        this.hooks = hooks;
        this.news = news;
    }

    /** A handler without hooks, which tells this listener of every delivery. */
    public static HookHandler of(Consumer<LiveEvent> news) {
        return new HookHandler(Map.of(), news);
    }

    /**
     * The same handler with one more hook.
     *
     * @param path where it is served, such as {@code /hooks/generic}; paths that have this one and a slash in front are its
     *     own too, for senders whose secret stands in the path
     */
    public HookHandler with(String path, Hook hook) {
        Map<String, Hook> more = new LinkedHashMap<>(hooks);
        more.put(path, hook);
        return new HookHandler(more, news);
    }

    /** Where hooks are served. */
    public List<String> paths() {
        return List.copyOf(hooks.keySet());
    }

    /** Handles one request. */
    public HookAnswer handle(String method, Delivery delivery) {
        String path = delivery.target().orElse("").split("\\?", 2)[0];
        String source = hooks.keySet().stream()
                .filter(known -> path.equals(known) || path.startsWith(known + "/"))
                .findFirst()
                .orElse("");
        HookAnswer answer = answer(source, method, delivery);
        counters.computeIfAbsent(List.of(source, answer.outcome().word()), key -> new LongAdder())
                .increment();
        tell(new LiveEvent.Hooked(source, answer.outcome()));
        return answer;
    }

    /** How many deliveries ended in which way since the start, by path and outcome; an unknown path is an empty one. */
    public Map<String, Map<String, Long>> counters() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        counters.forEach((key, count) ->
                counts.computeIfAbsent(key.get(0), path -> new TreeMap<>()).put(key.get(1), count.sum()));
        return counts;
    }

    private HookAnswer answer(String source, String method, Delivery delivery) {
        Hook hook = hooks.get(source);
        if (hook == null) {
            return HookAnswer.of(HookOutcome.UNKNOWN_PATH);
        }
        if (!method.equals("POST")) {
            return new HookAnswer(HookOutcome.WRONG_METHOD, Map.of("Allow", "POST"));
        }
        if (delivery.size() > LARGEST_BODY) {
            return HookAnswer.of(HookOutcome.OVERSIZE);
        }
        try {
            return hook.receive(delivery);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "a delivery at {} could not be kept: {}",
                    source,
                    failure.getClass().getName());
            return HookAnswer.later(COME_AGAIN);
        }
    }

    /** The marks are durable by now: a listener that fails changes nothing about the answer. */
    private void tell(LiveEvent event) {
        try {
            news.accept(event);
        } catch (RuntimeException failure) {
            LOG.warn("a listener failed: {}", failure.getClass().getName());
        }
    }
}
