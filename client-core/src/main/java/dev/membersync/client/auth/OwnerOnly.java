package dev.membersync.client.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Files that belong to one user: born with their rights, refused with wider ones, never half written. */
final class OwnerOnly {
    private static final String UNFINISHED = ".new";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnerOnly() {}

    /** The folder, made with its parents when it is missing; one in which others may write is refused. */
    static Path directory(Path directory) throws IOException {
        Files.createDirectories(directory, rights(directory, "rwx------"));
        refuse(directory, OTHERS_WRITE, "others may put files into ", "700");
        return directory.toRealPath();
    }

    static byte[] read(Path file) throws IOException {
        refuse(file, OTHERS, "others have rights to ", "600");
        return Files.readAllBytes(file);
    }

    /**
     * Makes or replaces a file at once: it holds the old or the new bytes whatever happens, and the new ones on return. For
     * one writer at a time.
     */
    static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(fresh);
        try {
            fill(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        sync(file);
    }

    /** Removes what a killed writer left; while nobody writes. */
    static void sweep(Path directory) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), rights(file, "rw-------"));
    }

    private static void fill(Path fresh, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights(fresh, "rw-------"))) {
            restrictWithoutPosix(fresh);
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** The new name itself must survive a power cut; where a folder cannot be opened, the system sees to that. */
    private static void sync(Path file) throws IOException {
        if (isPosix(file)) {
            try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private static void refuse(Path path, Set<PosixFilePermission> refused, String why, String mode)
            throws IOException {
        if (!isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> rights = EnumSet.copyOf(refused);
        rights.retainAll(Files.getPosixFilePermissions(path));
        if (!rights.isEmpty()) {
            throw new TokenStoreException(
                    why + path
                            + ", which keeps tokens; make sure that nobody else has read or changed it, then run: chmod "
                            + mode + " " + path,
                    null);
        }
    }

    /** The file is born with these rights; set afterwards, there would be a moment in which others can open it. */
    private static FileAttribute<?>[] rights(Path file, String rights) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /** The best that other file systems offer; what they refuse is left to the folder's rights. */
    private static void restrictWithoutPosix(Path file) {
        if (!isPosix(file)) {
            boolean closed =
                    file.toFile().setReadable(false, false) && file.toFile().setWritable(false, false);
            boolean opened =
                    file.toFile().setReadable(true, true) && file.toFile().setWritable(true, true);
            LoggerFactory.getLogger(OwnerOnly.class)
                    .debug("file rights without POSIX: closed {}, opened {}", closed, opened);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
