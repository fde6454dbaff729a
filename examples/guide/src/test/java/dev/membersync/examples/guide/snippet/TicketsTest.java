package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.image.QrCode;
import dev.membersync.eventops.ticket.Algorithm;
import dev.membersync.eventops.ticket.KeyRecord;
import dev.membersync.eventops.ticket.KeyRing;
import dev.membersync.eventops.ticket.KeyState;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListPublisher;
import dev.membersync.eventops.ticket.ListReader;
import dev.membersync.eventops.ticket.ListReading;
import dev.membersync.eventops.ticket.MemoryLedger;
import dev.membersync.eventops.ticket.Reading;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.RevocationReason;
import dev.membersync.eventops.ticket.SeedKeys;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.eventops.ticket.TicketIssuer;
import dev.membersync.eventops.ticket.TicketList;
import dev.membersync.eventops.ticket.TicketReader;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The Java of docs/tickets.md. */
class TicketsTest {
    private static final String EVENT = "spring-summit-2027";

    private final Instant now = Instant.parse("2027-02-27T10:00:00Z");
    private final InstantSource clock = InstantSource.fixed(now);
    private final Instant from = now.minusSeconds(86_400);
    private final Instant eventEnd = now.plusSeconds(86_400);
    private final byte[] seed = new byte[SeedKeys.SEED_LENGTH];

    @Test
    void aTicketIsIssuedDrawnAndRead() {
        Instant doorsOpen = now;
        Instant doorsClose = eventEnd;
        // snippet: issue
        SeedKeys secrets = SeedKeys.create(); // or your own KeyProvider: a vault, a service
        String publicKey = secrets.add(1, Algorithm.ED25519, seed); // 32 secret bytes that you keep
        KeyRing ring = KeyRing.empty()
                .with(new KeyRecord(
                        1,
                        Algorithm.ED25519,
                        publicKey,
                        "spring-summit-2027",
                        from,
                        eventEnd.plus(KeyRing.AFTER_EVENT),
                        KeyState.ACTIVE));

        TicketIssuer issuer = TicketIssuer.of(ring, secrets, clock);
        Ticket ticket = issuer.issue(
                "spring-summit-2027",
                TicketBody.of(Serial.random(new SecureRandom()), 7, 0b11).valid(doorsOpen, doorsClose));

        byte[] png = QrCode.of(ticket.text()).png();
        String svg = QrCode.of(ticket.text()).svg("Ticket 3 of 4");
        String name = QrCode.fileName(ticket.body(), "png"); // ticket-<serial>-<generation>.png
        // end
        assertThat(png).isNotEmpty();
        assertThat(svg).contains("Ticket 3 of 4");
        assertThat(name).matches("ticket-[0-9a-f]+-\\d+\\.png");
        String scanned = ticket.text();
        // snippet: read
        TicketReader reader = TicketReader.of(ring); // .withBarcodes(), .withSecrets(provider)
        Reading reading = reader.read(scanned, "spring-summit-2027", now); // Genuine, Refused or Barcode
        // end
        assertThat(reading).isInstanceOf(Reading.Genuine.class);
    }

    @Test
    void aRevocationReachesAGate() {
        SeedKeys secrets = SeedKeys.create();
        KeyRing listRing = KeyRing.empty().with(key(5, secrets.add(5, Algorithm.ED25519, seed)));
        SeedKeys tickets = SeedKeys.create();
        KeyRing ring = KeyRing.empty().with(key(1, tickets.add(1, Algorithm.ED25519, seed)));
        SeedKeys listSecrets = secrets;
        TicketIssuer issuer = TicketIssuer.of(ring, tickets, clock);
        TicketBody body = TicketBody.of(Serial.random(new SecureRandom()), 7, 1);
        MemoryLedger ledger = MemoryLedger.create();
        TicketList<Revocation> list = TicketList.empty(ListKind.REVOCATIONS, EVENT);
        String event = EVENT;
        // snippet: revoke
        TicketIssuer.Reissue reissue = issuer.reissue(event, body, RevocationReason.TRANSFER);
        ledger.put(
                ListKind.REVOCATIONS, event, reissue.revocation()); // ListLedger; MemoryLedger forgets with its process
        byte[] update = ListPublisher.of(ledger, listRing, listSecrets, clock)
                .publish(ListKind.REVOCATIONS, event, list.version());

        ListReading<Revocation> heard = ListReader.of(listRing).read(update, ListKind.REVOCATIONS, event, now);
        if (heard instanceof ListReading.Genuine<Revocation> genuine) {
            list = list.apply(genuine.update()); // TicketList, immutable
        }
        Optional<Revocation> hit =
                list.hit(body.serial(), body.generation()); // superseded if hit.reason().supersedes()
        // end
        assertThat(hit).isPresent();
    }

    private KeyRecord key(int id, String publicKey) {
        return new KeyRecord(id, Algorithm.ED25519, publicKey, EVENT, from, eventEnd, KeyState.ACTIVE);
    }
}
