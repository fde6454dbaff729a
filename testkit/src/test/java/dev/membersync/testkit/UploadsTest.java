package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private static final String IMAGE = "/rest/event/upload/image";
    private static final String ANSWER = "/rest/event/upload/uploadFileForTicketing";

    private final Accelevents vendor = new Accelevents();
    private final FakeOrganisation organisation = vendor.fake.organisation();

    private FakeReply upload(String path, String field, byte[] content, String header, String credential) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--xyz\r\nContent-Disposition: form-data; name=\"eventUrl\"\r\n\r\nspring\r\n--xyz\r\n"
                        + "Content-Disposition: form-data; name=\"" + field + "\"; filename=\"Zoë.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--xyz--\r\n".getBytes(UTF_8));
        return vendor.fake.handle(FakeRequest.of(
                "POST",
                path,
                Map.of(header, credential, "Content-Type", "multipart/form-data; boundary=xyz"),
                body.toByteArray()));
    }

    private FakeReply upload(String path, byte[] content) {
        return upload(path, "file", content, "Key", FakeAccelevents.DEFAULT_KEY);
    }

    @Test
    void anImageIsKeptByteForByte() {
        byte[] bytes = new byte[512];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        FakeReply reply = upload(IMAGE, bytes);

        FakeUpload kept = organisation.uploads().get(0);
        assertThat(object(reply).text("type")).hasValue("Success");
        assertThat(object(reply).text("message")).hasValue(kept.id());
        assertThat(kept.content()).isEqualTo(bytes);
        assertThat(kept.fileName()).isEqualTo("Zoë.png");
        assertThat(kept.contentType()).isEqualTo("image/png");
        assertThat(kept.image()).isTrue();
    }

    @Test
    void anAnswerFileNamesWhatGoesIntoTheAnswer() {
        FakeReply reply = upload(ANSWER, new byte[] {1});

        assertThat(object(reply).text("name"))
                .hasValue(organisation.uploads().get(0).id() + "|Zoë.png");
    }

    @Test
    void anImageOfTwoMegabytesIsTooLarge() {
        assertThat(upload(IMAGE, new byte[1_999_999]).status()).isEqualTo(200);
        assertThat(upload(IMAGE, new byte[2_000_000]).status()).isEqualTo(406);
        assertThat(organisation.uploads()).hasSize(1);
    }

    @Test
    void anAnswerFileOfFiveMillionBytesIsTooLarge() {
        assertThat(upload(ANSWER, new byte[4_999_999]).status()).isEqualTo(200);
        assertThat(upload(ANSWER, new byte[5_000_000]).status()).isEqualTo(406);
    }

    @Test
    void thePartMustBeCalledFile() {
        assertThat(upload(IMAGE, "image", new byte[] {1}, "Key", FakeAccelevents.DEFAULT_KEY)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aBodyThatIsNotMultipartIsRefused() {
        assertThat(vendor.send("POST", IMAGE, "{}").status()).isEqualTo(400);
    }

    @Test
    void aBearerKeyUploadsImagesButNotAnswers() {
        String bearer = "Bearer " + FakeAccelevents.DEFAULT_KEY;

        assertThat(upload(IMAGE, "file", new byte[] {1}, "Authorization", bearer)
                        .status())
                .isEqualTo(200);
        assertThat(upload(ANSWER, "file", new byte[] {1}, "Authorization", bearer)
                        .status())
                .isEqualTo(401);
    }
}
