package dev.membersync.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tables, as statements for each version; brings a database up to the newest one. */
final class Schema {
    /** The statements that lead from version n to n + 1, n from 0. BYTES, TEXT and AUTOKEY are the dialect's. */
    private static final List<List<String>> STEPS = List.of(
            SchemaStatements.VERSION_1,
            SchemaStatements.VERSION_2,
            SchemaStatements.VERSION_3,
            SchemaStatements.VERSION_4);

    private Schema() {}

    /** The version this code writes. */
    static int newest() {
        return STEPS.size();
    }

    /** Makes or migrates the tables; refuses a database that is not ours or newer than this code. */
    static void open(SqlSession session, Dialect dialect) {
        session.alone(() -> {
            dialect.alone(session, () -> {
                int version = version(session, dialect);
                if (version > newest()) {
                    throw new StoreException(dialect.description() + " has the schema version " + version
                            + ", this program knows versions up to " + newest() + "; use a newer membersync");
                }
                dialect.prepare(session);
                for (int step = version; step < newest(); step++) {
                    migrate(session, dialect, step);
                }
            });
        });
    }

    private static int version(SqlSession session, Dialect dialect) {
        Set<String> tables = tables(session, dialect);
        if (tables.isEmpty()) {
            return 0;
        }
        String found = tables.contains("sync_meta") ? schemaFact(session) : "";
        if (!found.matches("[0-9]{1,9}")) {
            throw new StoreException(dialect.description()
                    + " is a database, but not a membersync store; give the store a place of its own");
        }
        return Integer.parseInt(found);
    }

    private static String schemaFact(SqlSession session) {
        return session.one("SELECT fact FROM sync_meta WHERE name=?", row -> row.text(1), Refusals.SCHEMA_FACT)
                .orElse("");
    }

    /** The names of the tables that are there. */
    static Set<String> tables(SqlSession session, Dialect dialect) {
        Set<String> names = new HashSet<>();
        try (ResultSet tables = session.connection()
                .getMetaData()
                .getTables(null, session.connection().getSchema(), dialect.tables(), new String[] {"TABLE", "VIEW"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (SQLException e) {
            throw new StoreException(dialect.description() + " is not a membersync store: " + e.getMessage(), e);
        }
    }

    private static void migrate(SqlSession session, Dialect dialect, int from) {
        try {
            Brackets.End end = Brackets.durable(session.connection());
            try {
                STEPS.get(from).forEach(statement -> session.update(inDialect(statement, dialect)));
                session.update(
                        "INSERT INTO sync_meta(name, fact) VALUES(?,?)"
                                + " ON CONFLICT(name) DO UPDATE SET fact=excluded.fact",
                        Refusals.SCHEMA_FACT,
                        Integer.toString(from + 1));
                end.commit();
            } catch (SQLException | RuntimeException e) {
                end.rollback();
                throw e;
            } finally {
                end.release();
            }
        } catch (SQLException e) {
            throw session.failure(e);
        }
    }

    static String inDialect(String statement, Dialect dialect) {
        return statement
                .replace("BYTES", dialect.bytes())
                .replace("AUTOKEY", dialect.autoKey())
                .replace("TEXT", dialect.text());
    }
}
