package dev.membersync.sync.config;

import dev.membersync.sync.store.JdbcStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether others of the machine may read the key of a store or the tokens beside it. Both are made for their owner alone; a
 * copy that was put back has the rights that the copying gave it.
 */
final class StoreRights {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private StoreRights() {}

    /** A warning for each file that others have rights to; nothing where all is well, or no file system tells. */
    static List<Finding> of(JdbcStore store) {
        return Stream.of(store.keyFile(), store.grantsFile())
                .flatMap(Optional::stream)
                .filter(StoreRights::isOpen)
                .map(file -> Finding.warning(
                        "store", "others of this machine have rights to " + file + "; run: chmod 600 " + file))
                .toList();
    }

    private static boolean isOpen(Path file) {
        try {
            if (!Files.exists(file)
                    || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return false;
            }
            Set<PosixFilePermission> rights = EnumSet.copyOf(OTHERS);
            rights.retainAll(Files.getPosixFilePermissions(file));
            return !rights.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("the rights of " + file + " cannot be read", e);
        }
    }
}
