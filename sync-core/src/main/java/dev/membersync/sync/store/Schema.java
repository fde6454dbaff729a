package dev.membersync.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables, as statements for each version; brings a database up to the newest one. */
final class Schema {
    /** The statements that lead from version n to n + 1, n from 0. BYTES, TEXT and AUTOKEY are the dialect's. */
    private static final List<List<String>> STEPS = List.of(
            SchemaStatements.VERSION_1,
            SchemaStatements.VERSION_2,
            SchemaStatements.VERSION_3,
            SchemaStatements.VERSION_4,
            SchemaStatements.VERSION_5,
            SchemaStatements.VERSION_6);

    private Schema() {}

    /** The version this code writes. */
    static int newest() {
        return STEPS.size();
    }

    /** Makes or migrates the tables; refuses a database that is not ours or newer than this code. */
    static void open(SqlSession session, Dialect dialect) {
        session.alone(() -> dialect.alone(session, () -> {
            int version = checked(version(session, dialect), newest(), dialect, "the schema");
            dialect.prepare(session);
            migrate(session, dialect, Refusals.SCHEMA_FACT, STEPS, version);
        }));
    }

    /** Makes or migrates the tables of another module; refuses those of a newer one. */
    static void open(SqlSession session, Dialect dialect, Annex annex) {
        String fact = Refusals.SCHEMA_FACT + "." + annex.name();
        session.alone(() -> dialect.alone(session, () -> {
            int version = checked(
                    Integer.parseInt(schemaFact(session, fact).orElse("0")),
                    annex.versions().size(),
                    dialect,
                    "for " + annex.name() + " the schema");
            migrate(session, dialect, fact, annex.versions(), version);
        }));
    }

    private static int checked(int version, int newest, Dialect dialect, String what) {
        if (version > newest) {
            throw new StoreException(dialect.description() + " has " + what + " version " + version
                    + ", this program knows versions up to " + newest + "; use a newer membersync");
        }
        return version;
    }

    private static int version(SqlSession session, Dialect dialect) {
        Set<String> tables = tables(session, dialect);
        if (tables.isEmpty()) {
            return 0;
        }
        String found = tables.contains("sync_meta")
                ? schemaFact(session, Refusals.SCHEMA_FACT).orElse("")
                : "";
        if (!found.matches("[0-9]{1,9}")) {
            throw new StoreException(dialect.description()
                    + " is a database, but not a membersync store; give the store a place of its own");
        }
        return Integer.parseInt(found);
    }

    private static Optional<String> schemaFact(SqlSession session, String name) {
        return session.one("SELECT fact FROM sync_meta WHERE name=?", row -> row.text(1), name);
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
            throw new StoreException(
                    dialect.description() + " is not a membersync store, or a damaged one: " + e.getMessage()
                            + Remedy.of(e),
                    e);
        }
    }

    private static void migrate(
            SqlSession session, Dialect dialect, String fact, List<List<String>> steps, int version) {
        for (int step = version; step < steps.size(); step++) {
            step(session, dialect, fact, steps.get(step), step + 1);
        }
    }

    private static void step(SqlSession session, Dialect dialect, String fact, List<String> statements, int version) {
        try {
            Brackets.End end = Brackets.durable(session.connection());
            try {
                statements.forEach(statement -> session.update(inDialect(statement, dialect)));
                session.update(
                        "INSERT INTO sync_meta(name, fact) VALUES(?,?)"
                                + " ON CONFLICT(name) DO UPDATE SET fact=excluded.fact",
                        fact,
                        Integer.toString(version));
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
