package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.Map;

/**
 * The two uploads. Both answer {@code type} Success with the uuid as {@code message} (LIVE for the image); the second adds {@code name} in the form of a file's answer,
 * {@code uuid|file name} (MODEL). No code for a file that is too large is documented; it answers 406 without one.
 */
final class UploadRoutes {
    private static final int IMAGE_LIMIT = 2_000_000;
    private static final int ANSWER_LIMIT = 5_000_000;

    private final AcceleventsState state;
    private final OrganisationState organisation;

    UploadRoutes(AcceleventsState state, OrganisationState organisation) {
        this.state = state;
        this.organisation = organisation;
    }

    Routes addTo(Routes routes) {
        String upload = "/rest/event/upload/";
        return routes.add(
                        Operation.write("uploads.image", "POST", upload + "image"),
                        visit -> keep(visit, true, IMAGE_LIMIT))
                .add(
                        Operation.write("uploads.answerFile", "POST", upload + "uploadFileForTicketing"),
                        visit -> keep(visit, false, ANSWER_LIMIT));
    }

    private FakeReply keep(Visit visit, boolean image, int limit) {
        FilePart part = FilePart.of(visit.request());
        if (part.content().length >= limit) {
            throw new Refusal(VendorError.validation(406, "The file must be smaller than " + limit + " bytes"));
        }
        String id = organisation.uuid();
        organisation.uploads().add(new FakeUpload(id, image, part.fileName(), part.contentType(), part.content()));
        state.wrote(visit.now(), "upload", "uploadId", id);
        Map<String, Object> answer = Json.map("type", "Success", "message", id);
        if (!image) {
            answer.put("name", id + "|" + part.fileName());
        }
        return FakeReply.json(200, answer);
    }
}
