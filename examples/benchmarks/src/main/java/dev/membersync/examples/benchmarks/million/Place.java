package dev.membersync.examples.benchmarks.million;

import dev.membersync.examples.benchmarks.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where stores are kept: files of SQLite in a folder, or schemas of a PostgreSQL server; all of it goes on closing. */
interface Place extends AutoCloseable {
    /** The url of an empty store. */
    String store(String name);

    /** How many bytes a store takes. */
    long bytes(String name);

    @Override
    void close();

    static Place of(String kind) throws IOException {
        return switch (kind) {
            case "sqlite" -> new Folder(Files.createTempDirectory("membersync-benchmark"));
            case "postgres" -> new Server(PostgresServer.start());
            default -> throw new IllegalArgumentException("--store takes sqlite or postgres");
        };
    }

    /** SQLite. */
    record Folder(Path folder) implements Place {
        @Override
        public String store(String name) {
            return "jdbc:sqlite:" + folder.resolve(name + ".db");
        }

        @Override
        public long bytes(String name) {
            return List.of("", "-wal", "-shm").stream()
                    .map(ending -> folder.resolve(name + ".db" + ending))
                    .filter(Files::exists)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }

        @Override
        public void close() {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** PostgreSQL. */
    record Server(PostgresServer server) implements Place {
        @Override
        public String store(String name) {
            return server.schema(name);
        }

        @Override
        public long bytes(String name) {
            return server.number("SELECT SUM(pg_total_relation_size(c.oid)) FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid=c.relnamespace WHERE c.relkind='r' AND n.nspname='" + name + "'");
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
