package dev.membersync.eventops.privacy;

import dev.membersync.sync.store.StoreKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes receipts and looks whether a chain of them is as it was made. */
public final class Receipts {
    private static final String PURPOSE = "erasure receipt";
    private static final String NONE = "none";
    private static final String SEAL = "  \"seal\": \"";

    private final StoreKey key;

    /** Receipts under this key. */
    public Receipts(StoreKey key) {
        this.key = key;
    }

    Receipt next(List<Receipt> before, Erasure erasure, List<SystemResult> results, Instant now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        long number = before.size() + 1L;
        facts.put("document", "membersync erasure receipt 1");
        facts.put("number", number);
        facts.put("erasure", erasure.id());
        facts.put("requestedAt", erasure.requestedAt().toString());
        facts.put("finishedAt", now.toString());
        facts.put("systems", added(results).stream().map(Receipts::system).toList());
        facts.put(
                "openItems",
                added(results).stream()
                        .filter(result -> result.outcome() == SystemResult.Outcome.OPEN)
                        .map(Receipts::item)
                        .toList());
        facts.put(
                "previous",
                before.isEmpty() ? NONE : digest(before.get(before.size() - 1).text()));
        return new Receipt(number, erasure.id(), sealed(Json.write(facts)));
    }

    /**
     * The first receipt that is not as it was made, or does not follow the one before it; empty when all are as they were.
     *
     * @param texts the receipts by their numbers
     */
    public Optional<Integer> broken(List<String> texts) {
        String previous = NONE;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int seal = text.lastIndexOf(SEAL);
            boolean whole = seal > 2
                    && text.equals(sealed(text.substring(0, seal - 2) + "\n}\n"))
                    && text.contains("  \"number\": " + (i + 1) + ",\n")
                    && text.contains("  \"previous\": \"" + previous + "\"");
            if (!whole) {
                return Optional.of(i + 1);
            }
            previous = digest(text);
        }
        return Optional.empty();
    }

    private String sealed(String text) {
        String seal = key.seal(PURPOSE, text.getBytes(StandardCharsets.UTF_8));
        return text.substring(0, text.length() - "\n}\n".length()) + ",\n" + SEAL + seal + "\"\n}\n";
    }

    /** Equal results of several tickets are one line. */
    private static List<SystemResult> added(List<SystemResult> results) {
        Map<SystemResult, Long> counts = results.stream()
                .collect(Collectors.toMap(
                        result -> with(result, 0), SystemResult::count, Long::sum, LinkedHashMap::new));
        List<SystemResult> added = new ArrayList<>();
        counts.forEach((result, count) -> added.add(with(result, count)));
        return added;
    }

    private static SystemResult with(SystemResult result, long count) {
        return new SystemResult(result.system(), result.outcome(), count, result.note(), result.owner(), result.due());
    }

    private static Map<String, Object> system(SystemResult result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("system", result.system());
        facts.put("outcome", result.outcome().name().toLowerCase(java.util.Locale.ROOT));
        facts.put("count", result.count());
        facts.put("note", result.note());
        return facts;
    }

    private static Map<String, Object> item(SystemResult result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("system", result.system());
        facts.put("what", result.note());
        facts.put("owner", result.owner().orElse(""));
        facts.put("due", result.due().map(Object::toString).orElse(""));
        return facts;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
