package dev.membersync.memberships;

import java.util.List;

/** The settings name a custom field that the location does not have. Nothing was read or written. */
public final class UnknownCustomFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    UnknownCustomFieldException(String field, List<String> known) {
        super("the location has no custom field \"" + field + "\" for contacts; it has " + known
                + ". Add the field there, or name another one in the settings of members");
        this.field = field;
    }

    /** The name that the settings use. */
    public String field() {
        return field;
    }
}
