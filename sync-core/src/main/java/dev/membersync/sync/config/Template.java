package dev.membersync.sync.config;

/**
 * A template as data: the word for it in a file, how its keys are read and what the doctor looks at.
 *
 * @param id the word
 * @param type the record that holds its keys
 * @param reader reads every key but {@code template}, {@code id} and {@code event}; the caller tells the unknown ones
 * @param examiner looks whether what the keys name is in place
 */
record Template<C extends WorkflowConfig>(String id, Class<C> type, Reader<C> reader, Examiner<C> examiner) {
    /** Reads the keys of one workflow. */
    @FunctionalInterface
    interface Reader<C> {
        /** The workflow; mistakes are noted in the section, and such a configuration is never used. */
        C read(Section section, WorkflowHead head);
    }

    /** Looks at one workflow. */
    @FunctionalInterface
    interface Examiner<C> {
        /** Adds findings to the look. */
        void examine(C config, EventLook look);
    }

    C read(Section section, WorkflowHead head) {
        return reader.read(section, head);
    }

    boolean made(WorkflowConfig config) {
        return type.isInstance(config);
    }

    void examine(WorkflowConfig config, EventLook look) {
        examiner.examine(type.cast(config), look);
    }
}
