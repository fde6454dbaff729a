package dev.membersync.accelevents.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies damaged in every way, from fixed seeds: an answer each time, and never a word about a person. */
class HintFuzzTest {
    private static final String KEY = "0123456789abcdef";
    private static final int BODIES = 2_000;
    private static final List<String> SOURCES = List.of("""
            {"topic":"TICKET_PURCHASE","orderId":77,"purchaser":{"firstName":"Zyxwvuta","email":"zyxwvuta@qqq.example"},
             "attendee":[{"barcode":"ZYXWVUTA-1","eventTicketingId":"501","note":"Zyxwvuta \\ud83d\\ude00"}],
             "totalAmount":12.50,"eventURL":"spring-summit","recurringEventId":0,"flag":true,"nothing":null}
            """, """
            [{"event":"CHECK_IN","barcode":"ZYXWVUTA-2","email":"zyxwvuta@qqq.example","ticketId":1e3},
             {"event":"CHECK_IN","attendeeId":"zyxwvuta","name":"Zyxwvut\u00e4"}]
            """);
    private static final List<String> SPLINTERS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\",
            "\\u",
            "\\ud83d",
            "\uFEFF",
            "\u0000",
            "1e999999999",
            "-0",
            "NaN",
            "\"id\":",
            "\"orderId\":[",
            "[[[[[[[[[[[[[[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":",
            "null",
            "\"topic\":1,");

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_101, -7})
    void aDamagedBodyIsAnsweredAndNothingOfItIsTold(long seed) {
        Random random = new Random(seed);
        HintReceiver receiver =
                HintReceiver.builder().secretInPath(Secret.of(KEY)).build();
        for (int i = 0; i < BODIES; i++) {
            byte[] body = damaged(SOURCES.get(random.nextInt(SOURCES.size())).getBytes(StandardCharsets.UTF_8), random);
            Delivery delivery = Delivery.of(Headers.none(), body).at("/hooks/" + KEY);
            HintReceipt receipt = receiver.receive(delivery, hints -> {
                if (hints.toString().length() % 5 == 0) {
                    throw new IllegalStateException(new String(body, StandardCharsets.UTF_8));
                }
            });
            assertThat(receipt.status()).as("seed %d, body %d", seed, i).isIn(200, 400, 503);
            assertThat(receipt.toString() + receipt.retryAfter() + delivery)
                    .as("seed %d, body %d", seed, i)
                    .doesNotContainIgnoringCase("zyx")
                    .doesNotContainIgnoringCase("qqq");
        }
        HintCounters counters = receiver.counters();
        assertThat(counters.accepted() + counters.malformed() + counters.deferred())
                .isEqualTo(BODIES);
        assertThat(counters.accepted()).isGreaterThan(BODIES / 20);
        assertThat(counters.malformed()).isGreaterThan(BODIES / 20);
        assertThat(counters.deferred()).isPositive();
    }

    private static byte[] damaged(byte[] source, Random random) {
        byte[] body = source;
        for (int wounds = random.nextInt(3); wounds >= 0; wounds--) {
            int from = random.nextInt(body.length + 1);
            int to = Math.min(body.length, from + random.nextInt(12));
            byte[] middle = switch (random.nextInt(5)) {
                case 0 -> new byte[0];
                case 1 -> SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8);
                case 2 -> new byte[] {(byte) random.nextInt(256)};
                case 3 -> Arrays.copyOfRange(source, random.nextInt(source.length), source.length);
                default -> new byte[] {(byte) (' ' + random.nextInt(95))};
            };
            body = joined(Arrays.copyOf(body, from), middle, Arrays.copyOfRange(body, to, body.length));
        }
        return body;
    }

    private static byte[] joined(byte[]... parts) {
        var out = new java.io.ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
