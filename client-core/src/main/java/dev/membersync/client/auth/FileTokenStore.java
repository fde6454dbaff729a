package dev.membersync.client.auth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps each grant in an encrypted file of its own, in a folder that only its owner can read; for many threads and
 * processes of one machine. File names are hashes of the keys. A lease never lapses while its process lives, and ends with
 * it.
 *
 * <p>Losing the encryption key, or a file, means connecting the account again. A file that cannot be read is an error that
 * says so, never an absent grant.
 */
public final class FileTokenStore implements TokenStore {
    private static final HexFormat HEX = HexFormat.of();
    private static final String KEY_FILE = "token.key";
    private static final String WRITE_LOCK = "write.lock";
    private static final Object WRITING = new Object();

    private final Path directory;
    private final GrantCipher cipher;

    private FileTokenStore(Path directory, GrantCipher cipher) {
        this.directory = directory;
        this.cipher = cipher;
    }

    /**
     * A store whose encryption key is in the file {@code token.key} of the same folder, made with the first use. That
     * keeps tokens from whoever sees single files or prints them, not from whoever copies the folder: for that, give a key
     * from elsewhere.
     *
     * @param directory made with rights for its owner only when it is missing
     * @throws TokenStoreException when folder or key file cannot be used, or others have rights to them
     */
    public static FileTokenStore open(Path directory) {
        SecureRandom random = new SecureRandom();
        return open(directory, random, folder -> loadOrCreate(folder.resolve(KEY_FILE), random));
    }

    /**
     * A store with a given encryption key.
     *
     * @param directory made with rights for its owner only when it is missing
     * @param key {@value GrantCipher#KEY_BYTES} random bytes, copied
     * @throws TokenStoreException when the folder cannot be used, or others may write to it
     */
    public static FileTokenStore open(Path directory, byte[] key) {
        return open(directory, new SecureRandom(), folder -> key);
    }

    private static FileTokenStore open(Path directory, SecureRandom random, KeySource keys) {
        return guarded(directory, () -> {
            Path folder = OwnerOnly.directory(directory);
            return alone(folder, () -> {
                OwnerOnly.sweep(folder);
                return new FileTokenStore(folder, GrantCipher.of(keys.key(folder), random));
            });
        });
    }

    @Override
    public Optional<StoredGrant> find(String key) {
        Path file = file(key);
        return read(file).map(bytes -> cipher.open(key, bytes, file.toString()));
    }

    @Override
    public void save(String key, StoredGrant grant) {
        Path file = file(key);
        byte[] sealed = cipher.seal(key, grant);
        guarded(file, () -> alone(directory, () -> write(file, sealed)));
    }

    @Override
    public Optional<Lease> tryLease(String key, Duration hold) {
        Path file = file(key);
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        return guarded(lockFile, () -> FileLease.tryLock(lockFile)).map(lock -> held(key, file, lock));
    }

    private Lease held(String key, Path file, FileLease lock) {
        try {
            return new Held(key, file, lock, bytes(file));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Path file(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return directory.resolve("grant-" + HEX.formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    private static Optional<byte[]> read(Path file) {
        return guarded(file, () -> Files.exists(file) ? Optional.of(OwnerOnly.read(file)) : Optional.empty());
    }

    private static byte[] bytes(Path file) {
        return read(file).orElse(new byte[0]);
    }

    private static byte[] write(Path file, byte[] bytes) throws IOException {
        OwnerOnly.write(file, bytes);
        return bytes;
    }

    /**
     * One writer at a time among the threads and processes that use a folder, so that what it read first is still true when
     * it writes. Waits for the others, each of which takes as long as one file.
     */
    private static <T> T alone(Path folder, Access<T> access) throws IOException {
        synchronized (WRITING) {
            try (FileChannel channel = OwnerOnly.lockFile(folder.resolve(WRITE_LOCK))) {
                var unused = channel.lock();
                return access.run();
            } catch (OverlappingFileLockException e) {
                throw new IOException("another class loader of this process is writing there", e);
            }
        }
    }

    private static byte[] loadOrCreate(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[GrantCipher.KEY_BYTES];
            random.nextBytes(key);
            write(file, (HEX.formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
            return key;
        }
        String text = new String(OwnerOnly.read(file), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!text.matches("[0-9a-f]{" + 2 * GrantCipher.KEY_BYTES + "}")) {
            throw new TokenStoreException(
                    "the key file " + file
                            + " holds no key (64 hexadecimal digits); restore it from a backup, or delete"
                            + " the whole folder and connect the accounts again",
                    null);
        }
        return HEX.parseHex(text);
    }

    private static <T> T guarded(Path path, Access<T> access) {
        try {
            return access.run();
        } catch (IOException e) {
            throw new TokenStoreException(
                    "the token store cannot use " + path + ": " + e
                            + "; check the folder, its rights and the space left",
                    e);
        }
    }

    /** Something done with files. */
    private interface Access<T> {
        T run() throws IOException;
    }

    /** Where the encryption key comes from. */
    private interface KeySource {
        byte[] key(Path folder) throws IOException;
    }

    private final class Held implements Lease {
        private final String key;
        private final Path file;
        private final FileLease lock;
        private byte[] last;

        Held(String key, Path file, FileLease lock, byte[] last) {
            this.key = key;
            this.file = file;
            this.lock = lock;
            this.last = last;
        }

        @Override
        public synchronized void save(StoredGrant grant) {
            byte[] sealed = cipher.seal(key, grant);
            last = guarded(file, () -> alone(directory, () -> replace(sealed)));
        }

        private byte[] replace(byte[] sealed) throws IOException {
            if (!Arrays.equals(last, bytes(file))) {
                throw new TokenStoreException(
                        "the grant was replaced while it was renewed; read it again, the newer one counts", null);
            }
            return write(file, sealed);
        }

        @Override
        public void close() {
            lock.close();
        }
    }
}
