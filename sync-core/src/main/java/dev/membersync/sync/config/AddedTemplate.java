package dev.membersync.sync.config;

import java.util.List;

/**
 * A template that another module adds to the words a file knows.
 *
 * @param id the word for it in a file
 * @param type the record that holds its keys
 * @param reader reads every key but {@code template}, {@code id} and {@code event}; unknown ones are told by the caller
 */
public record AddedTemplate<C extends AddedWorkflow>(String id, Class<C> type, Reader<C> reader) {
    /** Reads the keys of one workflow. */
    @FunctionalInterface
    public interface Reader<C> {
        /** The workflow; mistakes are noted in the keys, and such a configuration is never used. */
        C read(WorkflowKeys keys);
    }

    /** The templates of one module; every provider that {@link java.util.ServiceLoader} finds is asked once. */
    @FunctionalInterface
    public interface Provider {
        /** In the order in which they are told. */
        List<AddedTemplate<?>> templates();
    }

    Template<C> template() {
        return new Template<>(
                id, type, (section, head) -> reader.read(new WorkflowKeys(section, head)), (config, look) -> {});
    }
}
