package dev.membersync.sync.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

/** SQLite: one file, one writer. */
final class SqliteDialect implements Dialect {
    static final String PREFIX = "jdbc:sqlite:";
    private static final String DRIVER = "org.xerial:sqlite-jdbc";

    /** Tells the leases of this opening from those of a process that died, whose number may be given again. */
    private static final AtomicLong OPENED = new AtomicLong();

    private final Path file;
    private final String process = StoreOwner.describe() + " " + OPENED.incrementAndGet();

    private SqliteDialect(Path file) {
        this.file = file;
    }

    /** The dialect for a url with the path of a file. */
    static SqliteDialect of(String url) {
        String path = url.substring(PREFIX.length());
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new StoreException("the store url must be " + PREFIX
                    + "<path of a file>, without options: the store sets its own, and a database in memory is"
                    + " MemoryStore");
        }
        return new SqliteDialect(real(path));
    }

    /** The one path of the file whatever links lead to it, because the lock stands beside it. */
    private static Path real(String path) {
        try {
            Path file = Path.of(path).toAbsolutePath();
            if (Files.isDirectory(file)) {
                throw new StoreException("the store url names the folder " + file + "; name a file in it, such as "
                        + PREFIX + file.resolve("membersync.db"));
            }
            if (Files.exists(file)) {
                return file.toRealPath();
            }
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new StoreException("the folder of the store " + file + " does not exist; create it first");
            }
            return folder.toRealPath().resolve(file.getFileName());
        } catch (IOException | InvalidPathException e) {
            throw new StoreException("the store cannot be at " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String bytes() {
        return "BLOB";
    }

    @Override
    public String text() {
        return "TEXT";
    }

    @Override
    public String autoKey() {
        return "INTEGER PRIMARY KEY";
    }

    @Override
    public String description() {
        return "SQLite store " + file;
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    @Override
    public Dialect beside() {
        return new SqliteDialect(grants(file));
    }

    /** Where grants rest: a file of their own takes writes while an overlay of this one is open. */
    static Path grants(Path file) {
        return file.resolveSibling(file.getFileName() + ".grants");
    }

    @Override
    public Connection connect() {
        try {
            OwnerOnly.make(file); // its log and its index take over the rights of the database
        } catch (IOException e) {
            throw new StoreException(description() + " cannot be made: " + e.getMessage() + "; check the folder", e);
        }
        Properties options = new Properties();
        // A transaction that starts as a reader may find at its first write that it cannot become the writer.
        options.setProperty("transaction_mode", "IMMEDIATE");
        options.setProperty("busy_timeout", "5000");
        return Drivers.connect(PREFIX + file, options, DRIVER, description());
    }

    @Override
    public String tables() {
        return "%";
    }

    @Override
    public void prepare(SqlSession session) {
        session.process(process);
        String mode = session.one("PRAGMA journal_mode=WAL", row -> row.text(1)).orElse("none");
        if (!mode.equalsIgnoreCase("wal")) {
            throw new StoreException(description() + " cannot use a write-ahead log here (journal mode " + mode
                    + "); put it on a local disk");
        }
        // FULL syncs the log at every commit: an acknowledged commit survives a loss of power.
        session.update("PRAGMA synchronous=FULL");
    }

    /** The lock of the file's owner keeps others out. */
    @Override
    public void alone(SqlSession session, Runnable work) {
        work.run();
    }

    /** There is one connection that writes. */
    @Override
    public Brackets brackets(String account) {
        return Brackets::durable;
    }

    @Override
    public Brackets reading() {
        return Brackets::reading;
    }

    /** One transaction that is never committed; it is the writer and sees the last committed state. */
    @Override
    public Brackets overlay(SqlSession session) {
        session.endlessly();
        return Brackets::nested;
    }

    @Override
    public void overwriting(SqlSession session) {
        session.one("PRAGMA secure_delete=ON", row -> row.text(1));
    }

    /** There is one writer: whoever reads may lease. */
    @Override
    public String leasing() {
        return "";
    }

    @Override
    public long now(SqlSession session, Instant given) {
        return Micros.of(given);
    }

    /** The file belongs to one process: every other one has ended. */
    @Override
    public String gone(String column) {
        return column + "<>?";
    }
}
