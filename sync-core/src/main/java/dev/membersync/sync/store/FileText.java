package dev.membersync.sync.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be used, in words: the message of most failures is the path alone. */
final class FileText {
    private FileText() {}

    static String why(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "this user has no right to it";
        }
        if (failure instanceof NoSuchFileException) {
            return "its folder is not there";
        }
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failure.getMessage());
    }
}
