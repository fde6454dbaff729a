package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.database.Postgres;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Marker;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a change of the key no hash of the old one is anywhere in the database. */
final class RekeyTest {
    @TempDir
    Path folder;

    private final StoreKey old = StoreKey.random(new SplittableRandom(1));

    /** Each hash as a number in a column and as bytes in a blob. */
    private List<String> traces() {
        Marker marker = old.marker();
        List<String> traces = new ArrayList<>();
        for (String text : List.of("email", "name", "left", "right", "key-check")) {
            long hash = hash(marker, text);
            traces.add(Long.toString(hash));
            traces.add(Long.toHexString(hash));
            traces.add(HexFormat.of().toHexDigits(hash));
        }
        return traces;
    }

    private static long hash(Marker marker, String text) {
        return marker.hash(text, "membersync");
    }

    private void fill(SyncStore store) {
        Marker marker = old.marker();
        OptionalLong email = OptionalLong.of(hash(marker, "email"));
        Mark left = Mark.of(hash(marker, "left"));
        Mark right = Mark.of(hash(marker, "right"));
        store.inTransaction(StoreContract.SPRING, tx -> {
            old.state(tx.meta());
            tx.members().save(List.of(new MemberRow("a", Map.of("f", left), email, 1, false)));
            TicketRow ticket = tx.tickets()
                    .save(List.of(new TicketSighting(
                            StoreContract.names("T", null, null),
                            Optional.empty(),
                            Map.of("f", right),
                            email,
                            OptionalLong.of(hash(marker, "name")),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalLong.empty(),
                            1)))
                    .get(0);
            tx.links()
                    .insert(StoreContract.link("a", ticket.row())
                            .withBase(Map.of("f", new Base(left, right, true)), "m"));
            return true;
        });
    }

    private static String everything(String url) throws SQLException {
        StringBuilder all = new StringBuilder();
        Dialect dialect =
                url.startsWith(SqliteDialect.PREFIX) ? SqliteDialect.of(url) : PostgresDialect.of(url, null, null);
        SqlSession session = new SqlSession(dialect, "looking");
        List<String> tables = List.copyOf(Schema.tables(session, dialect));
        session.close();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String table : tables) {
                ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM " + table);
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        Object value = rows.getObject(i);
                        all.append(
                                        value instanceof byte[] bytes
                                                ? HexFormat.of().formatHex(bytes)
                                                : value)
                                .append('\n');
                    }
                }
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noColumnHoldsAHashOfTheOldKey(boolean postgres) throws SQLException {
        String url = postgres ? Postgres.freshUrl() : "jdbc:sqlite:" + folder.resolve("store.db");
        try (JdbcStore store = JdbcStore.open(url)) {
            fill(store);
        }
        String before = everything(url);
        assertThat(traces().stream().filter(before::contains)).hasSizeGreaterThanOrEqualTo(5);
        try (JdbcStore store = JdbcStore.open(url)) {
            StoreKey.random(new SplittableRandom(2)).rekey(store);
        }

        assertThat(everything(url)).doesNotContain(traces()).contains("key-check");
    }

    @Test
    void keyOfTokensIsNoneOfTheMarks() {
        assertThat(old.derived("tokens")).hasSize(32).isNotEqualTo(old.bytes()).isNotEqualTo(old.derived("other"));
    }
}
