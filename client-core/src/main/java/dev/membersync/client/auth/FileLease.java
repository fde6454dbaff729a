package dev.membersync.client.auth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An operating-system lock on a lock file, which dies with its process, and beside it the same lock among the threads of
 * this one. The lock file stays when it is free; deleting it would let two processes lock two files.
 */
final class FileLease implements AutoCloseable {
    /**
     * Lock files held here. Asked before a file is opened, because on POSIX systems closing any channel of a file drops
     * every lock of the process on it: a refused second try would otherwise free the first one's lock.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /**
     * Channels that must stay open for the same reason, because another class loader of this JVM holds the lock; each is
     * used again by the next try.
     */
    private static final Map<Path, FileChannel> KEPT_OPEN = new ConcurrentHashMap<>();

    private final Path lockFile;
    private final FileChannel channel;

    private FileLease(Path lockFile, FileChannel channel) {
        this.lockFile = lockFile;
        this.channel = channel;
    }

    static Optional<FileLease> tryLock(Path lockFile) throws IOException {
        if (!HELD_HERE.add(lockFile)) {
            return Optional.empty();
        }
        Optional<FileLease> lease = Optional.empty();
        try {
            lease = lock(lockFile);
            return lease;
        } finally {
            if (lease.isEmpty()) {
                HELD_HERE.remove(lockFile);
            }
        }
    }

    private static Optional<FileLease> lock(Path lockFile) throws IOException {
        FileChannel known = KEPT_OPEN.remove(lockFile);
        FileChannel channel = known != null ? known : OwnerOnly.lockFile(lockFile);
        boolean keep = false;
        try {
            FileLock lock = channel.tryLock();
            keep = lock != null;
            return keep ? Optional.of(new FileLease(lockFile, channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            keep = true;
            KEPT_OPEN.put(lockFile, channel);
            return Optional.empty();
        } finally {
            if (!keep) {
                channel.close();
            }
        }
    }

    @Override
    public void close() {
        if (channel.isOpen()) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new TokenStoreException(
                        "the lock " + lockFile + " was not released cleanly: " + e.getMessage()
                                + "; if no token is renewed any more, start this process anew",
                        e);
            } finally {
                HELD_HERE.remove(lockFile);
            }
        }
    }
}
