package dev.membersync.memberships;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Damages a documented reply in one to three places; the same seed damages alike. */
public final class ReplyFuzz {

    private final Random random;

    public ReplyFuzz(long seed) {
        this.random = new Random(seed);
    }

    public String damage(String reply) {
        if (!reply.startsWith("{") || random.nextInt(40) == 0) {
            return reply.substring(0, random.nextInt(reply.length() + 1));
        }
        Object root = Json.object(reply.getBytes(StandardCharsets.UTF_8), Fields::all);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            root = damaged(root);
        }
        return root == null ? "null" : new String(Json.bytes(root), StandardCharsets.UTF_8);
    }

    /** Goes down a random way and changes what is at its end. */
    private @Nullable Object damaged(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(12) != 0) {
            return damagedMap(map);
        }
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(6) != 0) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int index = random.nextInt(copy.size());
            copy.set(index, damaged(copy.get(index)));
            return copy;
        }
        return other(value);
    }

    private Object damagedMap(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, item) -> copy.put(String.valueOf(name), item));
        List<String> names = List.copyOf(copy.keySet());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> copy.remove(name);
            case 1 -> copy.put(name, null);
            case 2 -> copy.put("extra" + random.nextInt(9), other(name));
            default -> copy.put(name, damaged(copy.get(name)));
        }
        return copy;
    }

    private @Nullable Object other(@Nullable Object value) {
        return switch (random.nextInt(11)) {
            case 0 -> String.valueOf(value);
            case 1 -> random.nextLong();
            case 2 -> 1_700_475_816_515L;
            case 3 -> "2023-11-20T10:23:36+02:00";
            case 4 -> random.nextBoolean();
            case 5 -> "";
            case 6 -> List.of("x", 1, Map.of("id", 7));
            case 7 -> Map.of("_id", "n1", "type", 5);
            case 8 -> new java.math.BigDecimal("1E+40");
            case 9 -> "\u0000\uFEFF \uD83D\uDE00";
            default -> null;
        };
    }
}
