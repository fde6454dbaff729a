package dev.membersync.examples.syncapp;

import dev.membersync.eventops.analytics.CsvText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file for an attendee import by hand, made only where somebody asked for it. */
final class ImportFile {
    private final Path path;

    private ImportFile(Path path) {
        this.path = path;
    }

    /** @throws AppException when there is a file of this name, or no folder for it */
    static ImportFile at(String name) {
        try {
            Path path = Path.of(name).toAbsolutePath();
            if (Files.exists(path)) {
                throw AppException.usage("--csv writes no file that is there already; name another one");
            }
            if (path.getParent() == null || !Files.isWritable(path.getParent())) {
                throw AppException.usage("--csv cannot write to the folder of this file");
            }
            return new ImportFile(path);
        } catch (InvalidPathException e) {
            throw AppException.usage("--csv takes the path of a file");
        }
    }

    void write(ImportRows rows, Console console) {
        StringBuilder text = new StringBuilder(CsvText.line(rows.columns()));
        rows.rows().forEach(row -> text.append(CsvText.line(row)));
        try {
            OwnerFile.write(path, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw AppException.usage("--csv cannot write the file; check its folder and the space on the disk");
        }
        console.line("  " + path.getFileName() + " holds names and addresses of "
                + rows.rows().size() + " people"
                + (OwnerFile.knowsOwners(path) ? ", for you alone to read" : "")
                + "; delete it after the import");
        console.line("  Import the rows of one ticket type at a time; Accelevents mails everybody unless the order"
                + " confirmation is switched off before. Then sync: it adopts the tickets by their Member ID");
        rows.warnings().forEach(warning -> console.line("  " + warning));
        if (!rows.leftOut().isEmpty()) {
            console.figure(rows.leftOut().size(), "{member is|members are} left out of the file:");
            console.list(rows.leftOut().entrySet().stream()
                    .map(out -> out.getKey() + ": " + String.join("; ", out.getValue()))
                    .toList());
        }
    }
}
