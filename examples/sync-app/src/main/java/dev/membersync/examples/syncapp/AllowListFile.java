package dev.membersync.examples.syncapp;

import dev.membersync.eventops.analytics.CsvText;
import dev.membersync.eventops.config.AllowList;
import dev.membersync.eventops.config.PricingConfig;
import dev.membersync.eventops.config.PricingOffice;
import dev.membersync.eventops.pricing.Mode;
import dev.membersync.memberships.Member;
import dev.membersync.sync.config.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The complete contact list of a workflow as a file of addresses, for its owner alone to read.
 *
 * @param workflow the workflow
 * @param list the list
 * @param people how many are on it
 * @param before how many were on the one written before
 * @param digest names exactly this list; made with the key of the store
 * @param file the file; empty while a person has to accept the list
 * @param fresh whether this run wrote it
 * @param accepted whether the person did in this run
 */
record AllowListFile(
        String workflow,
        AllowList list,
        long people,
        long before,
        String digest,
        Optional<Path> file,
        boolean fresh,
        boolean accepted) {
    private static final int DIGITS = 16;

    /** Writes the list where the file names a folder and the mode lets it; empty where it does not. */
    static Optional<AllowListFile> bring(Tenant tenant, PricingConfig workflow, Args args) {
        AllowList list = workflow.allowList().orElseThrow();
        boolean writes = list.mode() == Mode.APPROVE || list.mode() == Mode.AUTO;
        return list.into().filter(folder -> writes).map(folder -> bring(tenant, workflow, list, folder, args));
    }

    private static AllowListFile bring(Tenant tenant, PricingConfig workflow, AllowList list, Path folder, Args args) {
        List<String> addresses = PricingOffice.current(tenant, workflow.statuses()).stream()
                .filter(list::has)
                .map(Member::email)
                .flatMap(Optional::stream)
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty())
                .distinct()
                .sorted()
                .toList();
        byte[] content = addresses.stream()
                .map(address -> CsvText.line(List.of(address)))
                .collect(Collectors.joining("", CsvText.line(List.of("Email")), ""))
                .getBytes(StandardCharsets.UTF_8);
        String digest = tenant.seal("allow list", content).substring(0, DIGITS);
        String name = "allow list " + workflow.event() + " " + workflow.occurrence() + " " + workflow.id();
        String[] known = tenant.remembered(name).orElse("- 0").split(" ", 2);
        long before = Long.parseLong(known[1]);
        boolean accepted = args.text(Option.APPROVE).filter(digest::equals).isPresent();
        boolean same = known[0].equals(digest);
        boolean asks = list.mode() == Mode.APPROVE || AllowList.shrinks(before, addresses.size());
        AllowListFile found = new AllowListFile(
                workflow.id(), list, addresses.size(), before, digest, Optional.empty(), false, accepted);
        boolean deciding = PricingCommand.decides(args);
        if (!accepted && (deciding || (!same && asks))) {
            return found;
        }
        Path file = folder.resolve(list.name().replaceAll("[^\\p{L}\\p{N}_-]", "-") + "-" + digest + ".csv");
        boolean fresh = !Files.exists(file) && (!same || accepted);
        if (fresh) {
            write(folder, file, content);
        }
        tenant.remember(name, digest + " " + addresses.size());
        return new AllowListFile(
                workflow.id(), list, addresses.size(), before, digest, Optional.of(file), fresh, accepted);
    }

    private static void write(Path folder, Path file, byte[] content) {
        try {
            OwnerFile.folder(folder);
            OwnerFile.write(file, content);
        } catch (FileAlreadyExistsException written) {
            return; // its name says that it holds the same
        } catch (IOException e) {
            throw AppException.usage("the list " + file + " cannot be written; check the folder of the key into");
        }
    }

    /** Whether a person has to accept it first. */
    boolean waits() {
        return file.isEmpty();
    }

    /** Whether it waits because too many people are gone. */
    boolean shrinks() {
        return waits() && AllowList.shrinks(before, people);
    }

    Map<String, Object> facts() {
        return Facts.map(
                "workflow", workflow,
                "list", list.name(),
                "people", people,
                "before", before,
                "digest", digest,
                "written", fresh,
                "waits", waits(),
                "file", file.map(Path::toString).orElse(""));
    }

    void tell(Console console) {
        if (waits()) {
            console.figure(
                    people,
                    "addresses are to be on the list " + list.name() + ", " + before + " were; the file waits for"
                            + " pricing --approve " + digest);
        } else {
            console.figure(
                    people,
                    "addresses are in " + file.orElseThrow().getFileName()
                            + (fresh ? ", the whole list " : ", as before; list ") + list.name()
                            + "; bring it into Accelevents, then delete the file");
        }
    }
}
