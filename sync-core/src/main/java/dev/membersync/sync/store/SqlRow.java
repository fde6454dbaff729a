package dev.membersync.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The current row of a result, read by column number from 1. */
final class SqlRow {
    private final ResultSet result;

    SqlRow(ResultSet result) {
        this.result = result;
    }

    /** Makes a value of a row. */
    interface Reader<T> {
        T read(SqlRow row) throws SQLException;
    }

    String text(int column) throws SQLException {
        return result.getString(column);
    }

    @Nullable String textOrNull(int column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> optionalText(int column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    long number(int column) throws SQLException {
        return result.getLong(column);
    }

    int smallNumber(int column) throws SQLException {
        return result.getInt(column);
    }

    OptionalLong optionalNumber(int column) throws SQLException {
        long number = result.getLong(column);
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    Optional<byte[]> optionalBytes(int column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column));
    }

    byte[] bytes(int column) throws SQLException {
        return result.getBytes(column);
    }
}
