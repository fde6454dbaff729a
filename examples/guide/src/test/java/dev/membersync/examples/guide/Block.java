package dev.membersync.examples.guide;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A fenced block of a page, or a note that stands alone and says what happens there.
 *
 * @param page the file, from the root of the repository
 * @param line the line of its fence
 * @param kind the word behind the fence; empty when there is none
 * @param note what the HTML comment right before it says
 * @param text its content, without the indentation of the fence
 */
public record Block(Path page, int line, String kind, String note, String text) {
    /** The file and line, for people. */
    String place() {
        return page + ":" + line;
    }

    /** What the note says behind this word, as in {@code <!-- word: this -->}; empty text for the bare word. */
    public Optional<String> note(String word) {
        if (note.equals(word)) {
            return Optional.of("");
        }
        return note.startsWith(word + ":")
                ? Optional.of(note.substring(word.length() + 1).strip())
                : Optional.empty();
    }
}
