package dev.membersync.sync.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.LoggerFactory;

/** A file with one key: 64 hexadecimal digits and a line end. */
final class KeyFile {
    private static final HexFormat HEX = HexFormat.of();

    private KeyFile() {}

    static byte[] loadOrCreate(Path file, RandomGenerator random) {
        try {
            return Files.exists(file) ? load(file) : create(file, random);
        } catch (IOException e) {
            throw new StoreException(
                    "the key file " + file + " cannot be read or made: " + FileText.why(e)
                            + "; check its owner and its folder, or configure store.key",
                    e);
        }
    }

    private static byte[] load(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!text.matches("[0-9a-f]{" + 2 * StoreKey.BYTES + "}")) {
            throw new StoreException("the key file " + file + " holds no key (64 hexadecimal digits); restore it from a"
                    + " backup, or delete it together with the store, which is rebuilt from order notes and answers");
        }
        return HEX.parseHex(text);
    }

    /** Written aside and renamed, so that a crash leaves no half a key under the real name. */
    private static byte[] create(Path file, RandomGenerator random) throws IOException {
        byte[] key = new byte[StoreKey.BYTES];
        random.nextBytes(key);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.rights(fresh))) {
            ByteBuffer text = StandardCharsets.US_ASCII.encode(HEX.formatHex(key) + "\n");
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        restrictWithoutPosix(fresh);
        try {
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
            return load(file);
        }
        return key;
    }

    /** The best that other file systems offer; what they refuse is left to the folder's rights. */
    private static void restrictWithoutPosix(Path file) {
        if (!OwnerOnly.isPosix(file)) {
            boolean closed =
                    file.toFile().setReadable(false, false) && file.toFile().setWritable(false, false);
            boolean opened =
                    file.toFile().setReadable(true, true) && file.toFile().setWritable(true, true);
            LoggerFactory.getLogger(KeyFile.class)
                    .debug("key file rights without POSIX: closed {}, opened {}", closed, opened);
        }
    }
}
