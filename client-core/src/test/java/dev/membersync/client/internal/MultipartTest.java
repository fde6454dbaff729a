package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.Call;
import dev.membersync.client.http.Request;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private final Fixture fixture = new Fixture();

    @Test
    void aFileTravelsBetweenBoundariesThatTheHeaderNames() {
        Request sent = sent("dot.png", "\u0001canary\r\n--");
        String type = sent.headers().get("Content-Type");
        assertThat(type).matches("multipart/form-data; boundary=membersync-[0-9a-f]{32}");
        String boundary = type.substring(type.indexOf('=') + 1);
        assertThat(body(sent))
                .isEqualTo(
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dot.png\"\r\n"
                                + "Content-Type: image/png\r\n\r\n\u0001canary\r\n--\r\n--" + boundary + "--\r\n");
    }

    @Test
    void theBoundaryFollowsFromTheContent() {
        assertThat(sent("a", "one").headers()).isEqualTo(sent("b", "one").headers());
        assertThat(sent("a", "one").headers()).isNotEqualTo(sent("a", "two").headers());
    }

    @Test
    void aFileNameCannotEndItsHeader() {
        assertThat(body(sent("a\"\r\nX-Evil: 1\u0000.png", "x")))
                .contains("filename=\"a%22%0D%0AX-Evil: 1_.png\"\r\nContent-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png\r\nX-Evil: 1", "png", "", "image/png; a=\"b\""})
    void whatIsNoContentTypeIsRefused(String type) {
        assertThatThrownBy(() -> file("a.png", type, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDescriptionShowsTheSizeAlone() {
        assertThat(file("canary.png", "image/png", "canary").describe().toString())
                .isEqualTo("POST /things one file of 6 bytes");
    }

    private Request sent(String name, String content) {
        fixture.script.reply(200, "{}");
        file(name, "image/png", content).execute();
        return fixture.script.requests().get(fixture.script.requests().size() - 1);
    }

    private Call<Void> file(String name, String type, String content) {
        return fixture.client()
                .build()
                .call(Fixture.POST)
                .multipart("file", name, type, content.getBytes(StandardCharsets.UTF_8))
                .ignoringBody();
    }

    private static String body(Request request) {
        return new String(request.body().orElseThrow(), StandardCharsets.UTF_8);
    }
}
