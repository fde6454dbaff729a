package dev.membersync.accelevents.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.internal.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementsTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'orderId':122111}", "{'orderId':'122111'}", "{'data':{'orderId':122111}}", "122111"})
    void anOrderIdIsReadFromEveryShape(String body) {
        assertThat(Acknowledgements.id(json(body), "orderId", "id")).isEqualTo(122111);
    }

    @Test
    void anEmptyAnswerToAWriteIsASuccess() {
        assertThat(Acknowledgements.read(json("")).message()).isEmpty();
        assertThat(Acknowledgements.read(json("{'Type':'Success','Message':'done'}"))
                        .message())
                .isEqualTo("done");
    }

    @Test
    void aPageOfAGatewayIsNoAnswerToAWrite() {
        assertThatThrownBy(() -> Acknowledgements.read(json("<html></html>"))).isInstanceOf(UnreadableException.class);
    }
}
