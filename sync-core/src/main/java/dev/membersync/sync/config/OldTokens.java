package dev.membersync.sync.config;

import dev.membersync.client.auth.FileTokenStore;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.auth.TokenStoreException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which earlier versions kept tokens; it is moved into the store once and then goes. */
final class OldTokens {
    private final Path folder;

    private OldTokens(Path folder) {
        this.folder = folder;
    }

    static OldTokens beside(Path keyFile) {
        return new OldTokens(
                keyFile.resolveSibling(keyFile.getFileName().toString().replaceFirst("\\.key$", "") + ".tokens"));
    }

    void moveTo(TokenStore tokens, String account) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        if (tokens.find(account).isEmpty()) {
            FileTokenStore.open(folder).find(account).ifPresent(grant -> tokens.save(account, grant));
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new TokenStoreException(
                    "the tokens in " + folder + " were moved into the store, but the folder could not be deleted: " + e
                            + "; delete it",
                    e);
        }
    }
}
