package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.document.Drift;
import dev.membersync.sync.document.Drift.Severity;
import dev.membersync.sync.document.MappingDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class MappingDocsCommand implements Command {
    @Override
    public String name() {
        return "mapping-docs";
    }

    @Override
    public String summary() {
        return "write the page that documents the mapping, or check one; reads only";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.OUT, Option.CHECK);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        if (args.has(Option.OUT) && args.has(Option.CHECK)) {
            throw AppException.usage("--out writes the page and --check compares it; give one of them");
        }
        return Session.run(args, console, surroundings, tenant -> document(tenant, args, console));
    }

    private static Outcome document(Tenant tenant, Args args, Console console) {
        if (args.has(Option.CHECK)) {
            return check(tenant, path(args, Option.CHECK), console);
        }
        MappingDocument document = tenant.mappingDocument();
        if (args.has(Option.OUT)) {
            Path file = path(args, Option.OUT);
            write(file, document.markdown());
            console.line("  wrote " + file);
        } else {
            console.page(document.markdown());
        }
        return new Outcome(Exit.DONE, Counts.NONE, tenant.calls(), Map.of("page", document.markdown()));
    }

    /** Compares the committed page with what runs; ends with 1 when they differ. */
    static Outcome check(Tenant tenant, Path file, Console console) {
        List<Drift> drifts = tenant.mappingDocument().drift(read(file));
        drifts.forEach(drift -> console.line("  " + drift));
        boolean blocks = drifts.stream().anyMatch(drift -> drift.severity() == Severity.BLOCK);
        console.line(
                blocks
                        ? "  the mapping drifted; when every line above is meant, write the page anew: mapping-docs --out "
                                + file
                        : "  " + file + " says what runs");
        return new Outcome(
                blocks ? Exit.OPEN : Exit.DONE,
                Counts.NONE,
                tenant.calls(),
                Map.of("drift", drifts.stream().map(Facts::drift).toList()));
    }

    private static Path path(Args args, Option option) {
        try {
            return Path.of(args.text(option).orElse(""));
        } catch (InvalidPathException e) {
            throw AppException.usage(option.flag() + " takes the path of a file");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw AppException.usage(
                    "the page " + file + " cannot be read; write it first: mapping-docs --out " + file);
        }
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw AppException.usage("the page cannot be written to " + file + "; name a file in a folder that exists");
        }
    }
}
