package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one workflow, or of a table below it, for the reader of an {@link AddedTemplate}. What is wrong is noted
 * with file, line and key and answered with the default; keys that nobody asked for are told as unknown. Each call also
 * shows the key to the schema for editors, so ask for every key every time.
 */
public final class WorkflowKeys {
    private final Section section;
    private final WorkflowHead head;

    WorkflowKeys(Section section, WorkflowHead head) {
        this.section = section;
        this.head = head;
    }

    /** The id of the workflow; default the template's. */
    public String id() {
        return head.id();
    }

    /** The event url. */
    public String event() {
        return head.event();
    }

    /** The recurring event id; 0 for an ordinary event. */
    public long occurrence() {
        return head.occurrence();
    }

    /** A text; empty when the key is not there. */
    public Optional<String> text(String key) {
        return Values.of(section).text(key);
    }

    /** A text, with this default. */
    public String text(String key, String otherwise) {
        return Values.of(section).text(key, otherwise);
    }

    /** A credential; empty when the key is not there. */
    public Optional<Secret> secret(String key) {
        return Values.of(section).secret(key);
    }

    /** {@code true} or {@code false}; default false. */
    public boolean flag(String key) {
        return Values.of(section).flag(key);
    }

    /** One of several words, with this default. */
    public <T> T word(String key, Map<String, T> words, T otherwise) {
        return Values.of(section).word(key, words, otherwise);
    }

    /** A whole number between two others, both included, with this default. */
    public long whole(String key, long least, long most, long otherwise) {
        return Values.of(section).whole(key, least, most, otherwise);
    }

    /** A duration such as {@code 90s}, {@code 10m} or {@code 24h}, with this default. */
    public Duration duration(String key, Duration otherwise) {
        return Values.of(section).duration(key, otherwise);
    }

    /** A list of texts; empty when the key is not there. */
    public List<String> texts(String key) {
        return section.texts(key);
    }

    /** A table of texts by name, in the order of the file; empty when the key is not there. */
    public Map<String, String> rows(String key) {
        Map<String, String> rows = new LinkedHashMap<>();
        section.section(key).rows().forEach((name, value) -> rows.put(name, value.value()));
        return rows;
    }

    /** A table below this one; without keys when there is none. Tell its unknown keys with {@link #end}. */
    public WorkflowKeys table(String key) {
        return new WorkflowKeys(section.section(key), head);
    }

    /** The tables of a list; tell the unknown keys of each with {@link #end}. */
    public List<WorkflowKeys> tables(String key) {
        return section.sections(key).stream()
                .map(one -> new WorkflowKeys(one, head))
                .toList();
    }

    /**
     * What stands under a key as maps, lists and texts, for a part with a grammar of its own; empty when there is nothing.
     * Variables are filled in.
     */
    public Optional<Object> plain(String key) {
        return section.plain(key);
    }

    /** Notes that a key is wrong: what is wrong with it and what to do, without its value if that may be a secret. */
    public void mistake(String key, String message) {
        section.mistake(key, message);
    }

    /** Tells the keys of this table that nobody asked for; of the workflow itself the caller tells them. */
    public void end() {
        section.end();
    }
}
