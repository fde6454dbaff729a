package dev.membersync.eventops.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files in one folder that their owner alone can read; where the file system knows no such rights, as it makes them. */
final class OwnerFiles {
    private final Path folder;

    OwnerFiles(Path folder) {
        this.folder = folder;
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes a file whole; one with that name is replaced. @return where it is */
    Path write(String name, String text) {
        Path path = folder.resolve(name);
        try {
            Files.createDirectories(folder, rights("rwx------"));
            Path half = Files.createTempFile(folder, ".", ".half", rights("rw-------"));
            try {
                try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                    ByteBuffer rest = StandardCharsets.UTF_8.encode(text);
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                    channel.force(true); // what is kept of a person is overwritten elsewhere next
                }
                Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " cannot be written to " + folder, e);
        }
    }

    private static FileAttribute<?>[] rights(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
