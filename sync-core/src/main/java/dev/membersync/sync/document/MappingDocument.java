package dev.membersync.sync.document;

import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.document.Drift.Severity;
import dev.membersync.sync.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The mapping of every workflow as a page in Markdown, made from what runs and from what both services have now; and what
 * drifted from a page that was committed. Immutable and thread-safe.
 *
 * <p>In a build: write the page once, commit it, and let a test call {@link #requireNoDrift} with it.
 */
public final class MappingDocument {
    private static final String INTRO = """
            # Mapping

            Made from the running mapping; do not edit. `sync-app mapping-docs --out FILE` writes this page anew, and
            `sync-app mapping-docs --check FILE` ends with 1 when it is no longer true.
            """;

    private final List<Documented> workflows;
    private final Page page;

    private MappingDocument(List<Documented> workflows) {
        this.workflows = List.copyOf(workflows);
        this.page = PageWriter.page(workflows);
    }

    /**
     * Reads what is needed, two calls for each workflow and one a page of custom fields, and writes nothing.
     *
     * @throws dev.membersync.client.error.ApiException when a service refuses or is down
     * @throws dev.membersync.sync.mapping.MappingException when a mapping cannot work
     */
    public static MappingDocument of(MemberDirectory members, List<Workflow> workflows) {
        return new MappingDocument(workflows.stream()
                .map(workflow -> Documented.of(workflow, members))
                .toList());
    }

    /** The page. The same mapping and catalogues give the same text, byte for byte; lines end with a line feed. */
    public String markdown() {
        return page.markdown(INTRO);
    }

    /**
     * What drifted: each difference between the committed page and this one, and whatever the services do not have. A page
     * that differs in anything blocks.
     *
     * @param committed the text of a page that {@link #markdown} made; line ends do not matter
     */
    public List<Drift> drift(String committed) {
        String text = committed.replace("\r\n", "\n");
        Page before = Page.parse(text);
        List<Drift> drifts = new ArrayList<>();
        workflows.forEach(
                workflow -> drifts.addAll(CatalogueDrift.of(workflow, before.table(workflow.name(), PageWriter.FORM))));
        drifts.addAll(Differences.of(before, page));
        if (!text.equals(markdown()) && drifts.stream().noneMatch(drift -> drift.severity() == Severity.BLOCK)) {
            drifts.add(Drift.block(
                    "the page",
                    "as a whole",
                    "it is not what would be written now; look at what changed, and write it anew"));
        }
        return List.copyOf(drifts);
    }

    /**
     * For a build: compares with the page in a file.
     *
     * @throws DriftException when something blocks
     * @throws UncheckedIOException when the file cannot be read
     */
    public void requireNoDrift(Path committed) {
        try {
            List<Drift> drifts = drift(Files.readString(committed, StandardCharsets.UTF_8));
            if (drifts.stream().anyMatch(drift -> drift.severity() == Severity.BLOCK)) {
                throw new DriftException(drifts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the page " + committed + " cannot be read; write it with mapping-docs --out " + committed, e);
        }
    }
}
