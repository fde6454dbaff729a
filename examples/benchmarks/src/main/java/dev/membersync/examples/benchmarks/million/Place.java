package dev.membersync.examples.benchmarks.million;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            case "postgres" -> Server.start();
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

    /** PostgreSQL with {@code fsync}, which the library for tests leaves out by default. */
    record Server(EmbeddedPostgres server, String url) implements Place {
        static Server start() throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .start();
            return new Server(server, server.getJdbcUrl("postgres", "postgres") + "&sslmode=disable");
        }

        @Override
        public String store(String name) {
            try (Connection connection = DriverManager.getConnection(url)) {
                connection.createStatement().execute("CREATE SCHEMA " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return url + "&currentSchema=" + name;
        }

        @Override
        public long bytes(String name) {
            try (Connection connection = DriverManager.getConnection(url);
                    ResultSet sum = connection
                            .createStatement()
                            .executeQuery("SELECT SUM(pg_total_relation_size(c.oid)) FROM pg_class c"
                                    + " JOIN pg_namespace n ON n.oid=c.relnamespace WHERE c.relkind='r' AND n.nspname='"
                                    + name + "'")) {
                sum.next();
                return sum.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
