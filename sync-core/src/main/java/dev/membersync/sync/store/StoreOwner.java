package dev.membersync.sync.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a store's file: an operating-system lock on {@code <file>.lock}, which dies with its process. The
 * lock file holds the owner in words and stays when it is free; deleting it would let two processes lock two files.
 */
final class StoreOwner implements AutoCloseable {
    /**
     * Files that this JVM owns. Asked before the lock file is opened, because on POSIX systems closing any channel of a
     * file drops every lock of the process on it: a refused second open would otherwise free the first one's lock.
     */
    private static final Map<Path, String> OWNED_HERE = new ConcurrentHashMap<>();

    /** Channels that must stay open for the same reason: another class loader of this JVM holds the lock. */
    private static final Queue<FileChannel> KEPT_OPEN = new ConcurrentLinkedQueue<>();

    /** Locked instead of the text, which other processes must be able to read where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path lockFile;
    private final FileChannel channel;

    private StoreOwner(Path lockFile, FileChannel channel) {
        this.lockFile = lockFile;
        this.channel = channel;
    }

    /** Becomes the owner of this file. */
    static StoreOwner claim(Path file) {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        String owner = describe();
        if (OWNED_HERE.putIfAbsent(lockFile, owner) != null) {
            throw owned(file, "this process (" + owner + "), which has it open already");
        }
        boolean claimed = false;
        try {
            StoreOwner claim = lock(file, lockFile, owner);
            claimed = true;
            return claim;
        } catch (IOException e) {
            throw new StoreException(
                    "the store " + file + " cannot be locked: " + lockFile + " cannot be written, " + FileText.why(e),
                    e);
        } finally {
            if (!claimed) {
                OWNED_HERE.remove(lockFile);
            }
        }
    }

    private static StoreOwner lock(Path file, Path lockFile, String owner) throws IOException {
        OwnerOnly.make(lockFile);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean keep = false;
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw owned(file, ownerIn(lockFile));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            keep = true;
            return new StoreOwner(lockFile, channel);
        } catch (OverlappingFileLockException e) {
            keep = true;
            KEPT_OPEN.add(channel);
            throw owned(file, "another part of this process (" + owner + ")");
        } finally {
            if (!keep) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        return channel.tryLock(LOCKED_BYTE, 1, false);
    }

    private static StoreException.Owned owned(Path file, String owner) {
        return new StoreException.Owned("the store " + file + " is in use by " + owner
                + "; stop it first, which loses nothing, or use PostgreSQL, where many processes share one store");
    }

    private static String ownerIn(Path lockFile) throws IOException {
        String text = Files.readString(lockFile);
        return text.isBlank() ? "another process" : text;
    }

    /** This process in words. */
    static String describe() {
        ProcessHandle process = ProcessHandle.current();
        String started =
                process.info().startInstant().map(at -> " started " + at).orElse("");
        String host = System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", ""));
        return "process " + process.pid() + (host.isBlank() ? "" : " on " + host) + started;
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new StoreException("the lock " + lockFile + " was not released cleanly: " + e.getMessage(), e);
        } finally {
            OWNED_HERE.remove(lockFile);
        }
    }
}
