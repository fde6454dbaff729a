package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** Whatever a scanner or a network delivers: a reading, and no exception. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileCodeTest {
    private static final List<String> CODES =
            List.of(Example.TEXT, "MT1" + Example.BODY, "12345678-1234-1234-1234-123456789012", "");

    private final TicketReader all =
            TicketReader.of(Example.ring()).withBarcodes().withSecrets(Example.keys());
    private final ListReader lists = ListReader.of(Example.ring());

    @Property(seeds = 3_000)
    void everyCodeIsGenuineOrRefused(SplittableRandom random) {
        String code = Hostile.text(random, CODES);

        Bounded.read(
                code.getBytes(StandardCharsets.UTF_8),
                () -> assertThat(all.read(code, Example.EVENT, Example.NOW)).isNotNull());
    }

    @Property(seeds = 2_000)
    void everyListIsGenuineOrRefused(SplittableRandom random) {
        byte[] bytes = Hostile.bytes(random, List.of("\u0001\u0000\u0001" + "x".repeat(120), ""));

        Bounded.read(
                bytes,
                () -> assertThat(lists.read(bytes, ListKind.REVOCATIONS, Example.EVENT, Example.NOW))
                        .isInstanceOf(ListReading.Refused.class));
    }
}
