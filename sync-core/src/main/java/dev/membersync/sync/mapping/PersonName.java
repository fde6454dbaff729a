package dev.membersync.sync.mapping;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.text.Unicode;
import dev.membersync.sync.text.WhiteSpace;
import java.util.List;

/**
 * A full name in the two parts that Accelevents keeps, so that joining the parts gives the name back.
 *
 * <p>The last name begins at the first particle inside the name (van der Berg, de la Renta, bin Salman), else at the
 * last word. A name of one word gets the last name {@code -}, which reading drops again. Nothing is ever cut.
 *
 * @param first the first name, at most 50 UTF-16 units (DOC)
 * @param last the last name, at most 50 UTF-16 units (DOC), or {@code -}
 */
public record PersonName(String first, String last) {
    /** The most UTF-16 units of each part. */
    public static final int MAX_PART = 50;

    private static final String NONE = "-";

    /**
     * Splits a full name. When a part is too long, the split moves along the blanks, nearest first, until both fit.
     *
     * @throws FieldException {@code MISSING} for a text without a name, {@code INVALID_TEXT} for control characters or
     *     half a surrogate pair, {@code MALFORMED} for a name whose last word is {@code -}, {@code TOO_LONG} when no
     *     split fits
     */
    public static PersonName split(String fullName) {
        if (Unicode.isBroken(fullName)) {
            throw FieldException.of(
                    Reason.INVALID_TEXT, "the name has control characters or broken text; write it again");
        }
        String name = canonical(fullName);
        if (name.isEmpty()) {
            throw FieldException.of(Reason.MISSING, "the member has no name, and a ticket needs one");
        }
        List<String> words = List.of(name.split(" "));
        if (words.get(words.size() - 1).equals(NONE)) {
            throw FieldException.of(
                    Reason.MALFORMED, "the name ends with \"-\", which stands for a missing last name; correct it");
        }
        return words.size() == 1 ? mononym(name) : nearestFit(words);
    }

    /** Joins two parts to the full name they were split from; parts that people wrote otherwise are joined alike. */
    public static String join(String first, String last) {
        String start = canonical(first);
        String end = canonical(last);
        if (end.isEmpty() || (end.equals(NONE) && !start.isEmpty())) {
            return start;
        }
        return start.isEmpty() ? end : start + " " + end;
    }

    /** A full name as it is written and compared: normal form C, one blank for white space, none at the ends. */
    public static String canonical(String fullName) {
        return WhiteSpace.squeezed(Unicode.nfc(fullName));
    }

    /** True when there is no last name. */
    boolean isMononym() {
        return last.equals(NONE);
    }

    /** The full name. */
    public String joined() {
        return join(first, last);
    }

    /** Shows nothing of the name. */
    @Override
    public String toString() {
        return "PersonName[***]";
    }

    private static PersonName mononym(String name) {
        if (name.length() > MAX_PART) {
            throw tooLong();
        }
        return new PersonName(name, NONE);
    }

    private static PersonName nearestFit(List<String> words) {
        int preferred = Particles.lastNameBegins(words);
        for (int distance = 0; distance < words.size(); distance++) {
            for (int at : new int[] {preferred - distance, preferred + distance}) {
                if (at > 0 && at < words.size()) {
                    PersonName name = at(words, at);
                    if (name.first.length() <= MAX_PART && name.last.length() <= MAX_PART) {
                        return name;
                    }
                }
            }
        }
        throw tooLong();
    }

    private static PersonName at(List<String> words, int split) {
        return new PersonName(
                String.join(" ", words.subList(0, split)), String.join(" ", words.subList(split, words.size())));
    }

    private static FieldException tooLong() {
        return FieldException.of(
                Reason.TOO_LONG,
                "Accelevents takes " + MAX_PART + " characters in each part of a name, and no split of this name fits;"
                        + " shorten it");
    }
}
