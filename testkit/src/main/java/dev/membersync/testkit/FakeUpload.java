package dev.membersync.testkit;

/**
 * A file that was uploaded to {@link FakeAccelevents}.
 *
 * @param id the uuid that the upload answered
 * @param image whether it came as an image, else as the answer to a question
 * @param fileName what the sender called it; empty when he did not
 * @param contentType what the sender said it is; empty when he did not
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record FakeUpload(String id, boolean image, String fileName, String contentType, byte[] content) {}
