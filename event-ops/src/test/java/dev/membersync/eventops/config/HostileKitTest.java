package dev.membersync.eventops.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.checkin.ClassPolicy;
import dev.membersync.eventops.checkin.Gate;
import dev.membersync.eventops.checkin.Snapshot;
import dev.membersync.eventops.ticket.Algorithm;
import dev.membersync.eventops.ticket.KeyRecord;
import dev.membersync.eventops.ticket.KeyRing;
import dev.membersync.eventops.ticket.KeyState;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListUpdate;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import dev.membersync.sync.config.ConfigException;
import dev.membersync.sync.config.TenantConfig;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kits and snapshots that somebody made up, whole digests included, and configurations with the words of this module. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileKitTest {
    private static final int FORMAT = 0x4d534e31;
    private static final int RECORD = 16 + 30;
    private static final String EVENT = "spring-summit";
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String CONFIGURATION = """
            memberships: {baseUrl: "https://memberships.example.org", apiKey: "a-key-of-the-tests"}
            accelevents: {apiKey: "another-key-of-the-tests", eventUrl: spring-summit}
            workflows:
              - {template: members-to-attendees, ticketTypes: {"*": VIP}}
              - template: offline-check-in
                gates: [{name: main}]
              - template: issue-signed-tickets
              - {template: erasure-request, graceHours: 24, keep: nothing, contact: delete, keepMonths: 13}
            """;

    @Property(seeds = 2_000)
    void everyKitIsOneOrRefused(SplittableRandom random) {
        byte[] kit = Hostile.bytes(random, List.of(kit()));

        Bounded.read(kit, () -> DoorKit.read(new String(kit, UTF_8)), IllegalArgumentException.class);
    }

    @Property(seeds = 2_000)
    void everySnapshotWithARightDigestIsOneOrRefused(SplittableRandom random) {
        byte[] bytes = snapshot(random.nextInt(4), 0);
        for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
            int at = 4 + random.nextInt(bytes.length - 36);
            bytes[at] = (byte) random.nextInt(0x100);
        }
        byte[] sealed =
                sealed(Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length - 32));

        Bounded.read(sealed, () -> Snapshot.read(sealed), IllegalArgumentException.class);
    }

    @Property(seeds = 1_000)
    void everyFileIsAConfigurationOrItsMistakes(SplittableRandom random) {
        byte[] file = Hostile.bytes(random, List.of(CONFIGURATION));

        Bounded.read(
                file, () -> TenantConfig.parse("m.yaml", new String(file, UTF_8), Map.of()), ConfigException.class);
    }

    @Test
    void theSamplesAreReal() {
        assertThat(DoorKit.read(kit()).event()).isEqualTo(EVENT);
        assertThat(TenantConfig.parse("m.yaml", CONFIGURATION, Map.of()).toString())
                .isNotBlank();
    }

    @Test
    void aSnapshotThatAsksForTwoGigabytesIsRefused() {
        assertThatThrownBy(() -> Snapshot.read(snapshot(0, Integer.MAX_VALUE - 64)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fetch it again");
    }

    private static String kit() {
        return DoorKit.write(new DoorKit.Parts(
                KeyRing.empty()
                        .with(new KeyRecord(
                                1,
                                Algorithm.ED25519,
                                "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8",
                                EVENT,
                                NOON,
                                NOON.plusSeconds(3_600),
                                KeyState.ACTIVE)),
                new CheckInConfig(
                        "offline-check-in",
                        EVENT,
                        0,
                        "127.0.0.1",
                        0,
                        List.of(new Gate("main", Set.of(1), 1)),
                        ClassPolicy.DEFAULT,
                        false,
                        false,
                        Duration.ofMinutes(1),
                        Duration.ofHours(12),
                        false),
                ZoneId.of("UTC"),
                List.of(
                        new ListUpdate<>(ListKind.REVOCATIONS, EVENT, 0, 1, NOON, List.of()),
                        new ListUpdate<>(ListKind.BLOCKS, EVENT, 0, 1, NOON, List.of())),
                Snapshot.read(snapshot(2, 0))));
    }

    /** By hand, as anybody could; the length of the event's name is off by so much. */
    private static byte[] snapshot(int records, int off) {
        byte[] name = EVENT.getBytes(UTF_8);
        ByteBuffer out = ByteBuffer.allocate(4 + 16 + 32 + 16 + 4 + name.length + records * RECORD);
        out.putInt(FORMAT).put(new byte[16]).put(new byte[32]);
        out.putLong(NOON.toEpochMilli()).putLong(NOON.toEpochMilli());
        out.putInt(name.length + off).put(name);
        return sealed(out.array());
    }

    private static byte[] sealed(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return ByteBuffer.allocate(body.length + digest.length)
                    .put(body)
                    .put(digest)
                    .array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
