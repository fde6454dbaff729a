package dev.membersync.accelevents.holder;

/** Where a field stands in a form, and so where its answer must be sent. */
public enum Section {
    /** Built-in fields such as First Name. */
    ATTRIBUTES("attributes"),
    /** The organiser's own fields. */
    QUESTIONS("questions");

    final String key;

    Section(String key) {
        this.key = key;
    }
}
