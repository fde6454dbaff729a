package dev.membersync.accelevents.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class UploadContractTest extends ContractTest {
    private static final byte[] CONTENT = "x".getBytes(StandardCharsets.UTF_8);
    private static final String BOUNDARY = "--membersync-2d711642b726b04401627ca9fbac32f5";

    public static List<Contract> rows() {
        return List.of(
                Contract.of("uploads.image", client -> client.uploads().image("dot.png", "image/png", CONTENT))
                        .sends("POST /rest/event/upload/image", file("dot.png", "image/png"))
                        .answers(200, "{'type':'Success','message':'0b-1c'}")
                        .gives(String.class, id -> assertThat(id).isEqualTo("0b-1c")),
                answerFile("{'type':'Success','data':{'uuid':'0b-1c','name':'cv.pdf'}}"),
                answerFile("{'type':'Success','data':'0b-1c'}"),
                answerFile("{'type':'Success','message':'0b-1c|cv.pdf'}"),
                answerFile("'0b-1c'"));
    }

    private static Contract answerFile(String reply) {
        return Contract.of(
                        "uploads.answerFile",
                        client -> client.uploads().answerFile("cv.pdf", "application/pdf", CONTENT))
                .sends("POST /rest/event/upload/uploadFileForTicketing", file("cv.pdf", "application/pdf"))
                .answers(200, reply)
                .gives(AnswerFile.class, file -> assertThat(file.answer()).isEqualTo("0b-1c|cv.pdf"));
    }

    private static String file(String name, String type) {
        return BOUNDARY + "\r\nContent-Disposition: form-data; name='file'; filename='" + name + "'\r\nContent-Type: "
                + type + "\r\n\r\nx\r\n" + BOUNDARY + "--\r\n";
    }
}
