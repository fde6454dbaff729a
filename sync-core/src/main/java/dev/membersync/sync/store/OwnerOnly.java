package dev.membersync.sync.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are born for their owner alone, where the file system knows such rights. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** Given at birth: set afterwards, there would be a moment in which others can open the file. */
    static FileAttribute<?>[] rights(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes an empty file where there is none; the rights of one that is there stay as somebody set them. */
    static void make(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, rights(file));
            }
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // By another process, with its rights.
        }
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
