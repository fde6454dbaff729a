package dev.membersync.sync.adapter;

import dev.membersync.sync.text.Nearest;
import java.util.Collection;

/** A member was to be written a custom field that the account does not have. Nothing was written. */
public final class UnknownFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    UnknownFieldException(String field, Collection<String> known) {
        super("the account has no custom field \"" + field + "\" for members, and its service would ignore the value; "
                + Nearest.hint(field, known));
        this.field = field;
    }

    /** The field that is missing. */
    public String field() {
        return field;
    }
}
