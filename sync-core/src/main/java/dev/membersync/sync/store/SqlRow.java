package dev.membersync.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The current row of a result, read by column number from 1. */
public final class SqlRow {
    private final ResultSet result;

    SqlRow(ResultSet result) {
        this.result = result;
    }

    /** Makes a value of a row. */
    public interface Reader<T> {
        /** The value of this row. */
        T read(SqlRow row) throws SQLException;
    }

    /** A text. */
    public String text(int column) throws SQLException {
        return result.getString(column);
    }

    /** A text that may be missing. */
    public @Nullable String textOrNull(int column) throws SQLException {
        return result.getString(column);
    }

    /** A text that may be missing. */
    public Optional<String> optionalText(int column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    /** A whole number; 0 when it is missing. */
    public long number(int column) throws SQLException {
        return result.getLong(column);
    }

    /** A whole number in the column of this name. */
    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    /** A small whole number; 0 when it is missing. */
    public int smallNumber(int column) throws SQLException {
        return result.getInt(column);
    }

    /** A flag, kept as 1 or 0. */
    public boolean flag(int column) throws SQLException {
        return result.getBoolean(column);
    }

    /** A whole number that may be missing. */
    public OptionalLong optionalNumber(int column) throws SQLException {
        long number = result.getLong(column);
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Bytes that may be missing. */
    public Optional<byte[]> optionalBytes(int column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column));
    }

    /** Bytes. */
    public byte[] bytes(int column) throws SQLException {
        return result.getBytes(column);
    }
}
