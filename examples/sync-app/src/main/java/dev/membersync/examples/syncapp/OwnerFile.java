package dev.membersync.examples.syncapp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that their owner alone can read, where the file system has such rights; whole or not there. */
final class OwnerFile {
    private OwnerFile() {}

    /** A folder, made for its owner alone when it is not there. */
    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            FileAttribute<?>[] rights = knowsOwners(folder)
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];
            Files.createDirectories(folder, rights);
        }
    }

    /**
     * Writes a file aside and gives it its name when it is complete.
     *
     * @throws FileAlreadyExistsException when there is one of this name
     */
    static void write(Path file, byte[] content) throws IOException {
        aside(file, content, OwnerFile::name);
    }

    /** The same, in place of a file of this name. */
    static void replace(Path file, byte[] content) throws IOException {
        aside(
                file,
                content,
                (fresh, named) ->
                        Files.move(fresh, named, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    private interface Naming {
        void name(Path fresh, Path file) throws IOException;
    }

    private static void aside(Path file, byte[] content, Naming naming) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, ".", ".new"); // born for its owner alone
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            naming.name(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** A rename would replace what another process wrote in between; a second name for the same file cannot. */
    private static void name(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            Files.move(fresh, file);
        }
    }
}
