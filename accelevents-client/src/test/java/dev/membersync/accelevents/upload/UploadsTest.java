package dev.membersync.accelevents.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {
    private final ScriptedTransport wire = ScriptedTransport.create();
    private final Uploads uploads = AcceleventsClient.builder(Secret.of("k"))
            .transport(wire)
            .time(ManualTime.create())
            .build()
            .uploads();

    @ParameterizedTest
    @ValueSource(ints = {0, Uploads.IMAGE_BELOW, Uploads.IMAGE_BELOW + 1})
    void anImageOfAnotherSizeIsRefusedBeforeItIsSent(int size) {
        assertThatThrownBy(() -> uploads.image("a.png", "image/png", new byte[size]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("not " + size);
    }

    @Test
    void theLargestImageIsTaken() {
        assertThatCode(() -> uploads.image("a.png", "image/png", new byte[Uploads.IMAGE_BELOW - 1]))
                .doesNotThrowAnyException();
    }

    @Test
    void anAnswerFileOfFiveMillionBytesIsRefused() {
        assertThatThrownBy(() -> uploads.answerFile("a.pdf", "application/pdf", new byte[5_000_000]))
                .hasMessageContaining("fewer than 5000000");
    }

    @Test
    void aNameThatWouldSplitTheAnswerIsRefused() {
        assertThatThrownBy(() -> uploads.answerFile("a|b.pdf", "application/pdf", new byte[1]))
                .hasMessageContaining("bar");
    }

    @Test
    void aDryRunShowsNeitherNameNorContent() {
        assertThat(uploads.answerFile("canary.pdf", "application/pdf", new byte[3])
                        .describe())
                .hasToString("POST /rest/event/upload/uploadFileForTicketing one file of 3 bytes");
    }

    @Test
    void aSuccessThatNamesNoFileIsAnError() {
        wire.reply(200, "{\"type\":\"Success\",\"message\":\"Success\"}");
        assertThatThrownBy(
                        () -> uploads.image("a.png", "image/png", new byte[1]).execute())
                .hasMessageContaining("uploads.image")
                .hasMessageContaining("names no file");
    }
}
