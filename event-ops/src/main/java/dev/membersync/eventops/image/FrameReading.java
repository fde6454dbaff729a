package dev.membersync.eventops.image;

import java.util.List;

/** What was found in a camera frame. */
public sealed interface FrameReading {
    /**
     * The texts of the QR codes in it, each once; none when there is no code that can be read. They are what the codes
     * say, as a scanner would give them.
     *
     * @param texts give each to a {@code TicketReader}; never log them
     */
    record Texts(List<String> texts) implements FrameReading {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public String toString() {
            return "Texts[" + texts.size() + "]";
        }
    }

    /**
     * A picture that was not looked at.
     *
     * @param why what is wrong with it
     */
    record Refused(Why why) implements FrameReading {}

    /** Why a picture was not looked at. */
    enum Why {
        /** It is no PNG or JPEG that can be decoded. */
        UNREADABLE,
        /** It has more bytes, pixels or passes than a frame of a camera has. */
        TOO_LARGE,
        /** So much in it looks like the corner of a code that the search would take too long: hold one code closer. */
        TOO_BUSY
    }
}
