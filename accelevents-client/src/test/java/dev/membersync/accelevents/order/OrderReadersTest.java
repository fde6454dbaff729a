package dev.membersync.accelevents.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.internal.UnreadableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderReadersTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'type':'Success','message':'ok'}", "[{'email':'e'}]", "<html>", ""})
    void aPaymentThatNamesNoTicketIsNoUsableAnswer(String body) {
        assertThatThrownBy(() -> OrderReaders.issued(json(body))).isInstanceOf(UnreadableException.class);
    }
}
