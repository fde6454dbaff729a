package dev.membersync.accelevents.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** A delivery to the right path with a hostile body: a receipt, and no exception. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileHintTest {
    private static final String KEY = "0123456789abcdef";
    private static final List<String> SAMPLES = List.of(
            "{\"topic\":\"TICKET_PURCHASE\",\"orderId\":77,\"attendee\":[{\"barcode\":\"B-1\",\"eventTicketingId\":\"501\"}],"
                    + "\"totalAmount\":12.50,\"eventURL\":\"spring-summit\",\"recurringEventId\":0}",
            "[{\"event\":\"CHECK_IN\",\"barcode\":\"B-2\",\"ticketId\":1e3},{\"event\":\"CHECK_IN\",\"attendeeId\":\"9\"}]");

    private final HintReceiver receiver =
            HintReceiver.builder().secretInPath(Secret.of(KEY)).build();

    @Property(seeds = 3_000)
    void everyBodyHasAReceipt(SplittableRandom random) {
        byte[] body = Hostile.bytes(random, SAMPLES);

        Bounded.read(body, () -> {
            HintReceipt receipt =
                    receiver.receive(Delivery.of(Headers.none(), body).at("/hooks/" + KEY), hints -> {});
            assertThat(receipt.status()).isIn(200, 400);
            assertThat(receipt.toString()).isNotBlank();
        });
    }
}
