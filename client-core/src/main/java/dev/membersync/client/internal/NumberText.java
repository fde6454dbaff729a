package dev.membersync.client.internal;

import org.jspecify.annotations.Nullable;

/**
 * A JSON number as it was spelled, so that writing it back changes no character; two are equal when their spellings are.
 * What it converts to goes through a double; its text is exact.
 */
final class NumberText extends Number {
    private static final long serialVersionUID = 1;

    private final String text;

    NumberText(String text) {
        this.text = text;
    }

    @Override
    public int intValue() {
        return (int) longValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
