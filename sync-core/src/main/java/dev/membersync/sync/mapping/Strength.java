package dev.membersync.sync.mapping;

/** How hard a field is pushed to the side it flows to. */
public enum Strength {
    /** Written whenever the sides differ: drift on the far side is repaired. */
    ENFORCE("enforce"),
    /** Written when the near side changed since both last agreed. The default. */
    ON_CHANGE("onChange"),
    /** Written only into a field that is known to be blank. */
    IF_EMPTY("ifEmpty"),
    /** Written when the record is created, never again. */
    ON_CREATE("onCreate");

    private final String word;

    Strength(String word) {
        this.word = word;
    }

    /** The word for it in a configuration and in documents. */
    public String word() {
        return word;
    }
}
