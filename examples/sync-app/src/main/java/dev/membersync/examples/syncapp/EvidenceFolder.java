package dev.membersync.examples.syncapp;

import dev.membersync.sync.config.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The evidence files of a folder. Each names the one before it, so one that was edited or taken out is noticed; the store
 * remembers the last one, so the end cannot be cut off either.
 */
final class EvidenceFolder {
    private static final Pattern NAME = Pattern.compile("(\\d{3,9})-[a-z-]+\\.json");
    private static final String FACT = "evidence ";
    private static final int TRIES = 5;

    private final Path folder;
    private final Tenant tenant;

    private EvidenceFolder(Path folder, Tenant tenant) {
        this.folder = folder;
        this.tenant = tenant;
    }

    static EvidenceFolder of(String path, Tenant tenant) {
        try {
            return new EvidenceFolder(Path.of(path), tenant);
        } catch (InvalidPathException e) {
            throw AppException.usage("--evidence takes the path of a folder");
        }
    }

    /** The same folder, made when it is not there. */
    EvidenceFolder writable() {
        try {
            OwnerFile.folder(folder);
            if (Files.isWritable(folder)) {
                broken().ifPresent(why -> {
                    throw AppException.usage("the evidence in " + folder + " is broken: " + why
                            + "; keep that folder as it is and name another one");
                });
                return this;
            }
        } catch (IOException e) {
            throw AppException.usage("the folder of --evidence cannot be made: " + folder);
        }
        throw AppException.usage("the folder of --evidence cannot be written: " + folder);
    }

    /** All files by their number. */
    List<EvidenceFile> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            List<EvidenceFile> files = new ArrayList<>();
            for (Path path : paths.toList()) {
                Matcher name = NAME.matcher(path.getFileName().toString());
                if (name.matches()) {
                    files.add(new EvidenceFile(
                            Integer.parseInt(name.group(1)),
                            name.group(),
                            new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
                }
            }
            files.sort(Comparator.comparingInt(EvidenceFile::number).thenComparing(EvidenceFile::name));
            return files;
        } catch (IOException e) {
            throw AppException.usage("the folder of --evidence cannot be read: " + folder);
        }
    }

    /** The first file that is not as it was, or is not there. */
    Optional<String> broken() {
        List<EvidenceFile> files = files();
        String previous = EvidenceFile.NONE;
        for (int i = 0; i < files.size(); i++) {
            EvidenceFile file = files.get(i);
            if (file.number() != i + 1) {
                return Optional.of(
                        file.number() > i + 1
                                ? String.format("file %03d is missing", i + 1)
                                : file.name() + " has a number that another file has");
            }
            if (!file.isSealed(this::seal)) {
                return Optional.of(file.name() + " was changed, or sealed with the key of another store");
            }
            if (!file.said("previous").equals(previous)) {
                return Optional.of(file.name() + " does not follow the file before it: one of the two was replaced");
            }
            previous = file.digest();
        }
        return files.isEmpty() ? Optional.empty() : cut(files);
    }

    /** Whether the store of now knows these files, so that what they tell of was done with it. */
    boolean isOfThisStore(List<EvidenceFile> files) {
        return !files.isEmpty() && tenant.remembered(fact(files)).isPresent();
    }

    private Optional<String> cut(List<EvidenceFile> files) {
        Optional<String> known = tenant.remembered(fact(files));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int last = Integer.parseInt(known.get().substring(0, known.get().indexOf(' ')));
        if (files.size() < last) {
            return Optional.of(String.format("file %03d is missing, the store remembers it", files.size() + 1));
        }
        EvidenceFile file = files.get(last - 1);
        return known.get().equals(last + " " + file.digest())
                ? Optional.empty()
                : Optional.of(file.name() + " is not the one that the store remembers");
    }

    /** Seals facts and writes them as the next file. */
    EvidenceFile add(String command, Map<String, Object> facts) {
        try {
            for (int i = 0; i < TRIES; i++) {
                List<EvidenceFile> files = new ArrayList<>(files());
                EvidenceFile last = files.isEmpty() ? null : files.get(files.size() - 1);
                facts.put("previous", last == null ? EvidenceFile.NONE : last.digest());
                EvidenceFile next = EvidenceFile.of(last == null ? 1 : last.number() + 1, command, facts, this::seal);
                if (written(next)) {
                    files.add(next);
                    tenant.remember(fact(files), next.number() + " " + next.digest());
                    return next;
                }
            }
        } catch (IOException e) {
            throw AppException.usage("the evidence cannot be written to " + folder
                    + "; the command itself was done, look at what it said");
        }
        throw AppException.usage("other commands write evidence to " + folder + " without a pause; give each its own");
    }

    private boolean written(EvidenceFile file) throws IOException {
        try {
            OwnerFile.write(folder.resolve(file.name()), file.text().getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static String fact(List<EvidenceFile> files) {
        return FACT + files.get(0).digest();
    }

    private String seal(String content) {
        return tenant.seal("evidence", content.getBytes(StandardCharsets.UTF_8));
    }
}
