package dev.membersync.examples.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as promised. */
class ApiTextTest {
    /** What users meet. */
    public abstract static class Door extends Hidden implements Runnable {
        public static final int WIDTH = 3;
        int own;

        protected Door() {}

        public final List<? extends Number> open(Key key, Map<String, long[]> more) throws InterruptedException {
            return List.of();
        }

        protected abstract Reply seen();

        void inside() {}

        @Override
        public String toString() {
            return "";
        }
    }

    static class Hidden {
        public void knock() {}
    }

    /** Users make it. */
    public record Key(String value) {}

    /** Users get it. */
    public record Reply(String text) {}

    /** Read from the wire, though users hand it on. */
    public record Row(String text, Map<String, Object> extra) {}

    /** Takes a row. */
    public interface Taker {
        void take(Row row);
    }

    private static final String HERE = ApiTextTest.class.getName();

    private static String text(Class<?> type) {
        List<Class<?>> all = List.of(Door.class, Key.class, Reply.class, Row.class, Taker.class);
        return ApiText.text(type, Responses.among(all), Set.of(ApiTextTest.class.getPackageName()))
                .replace(HERE + ".", "");
    }

    @Test
    void publicAndProtectedMembersAreThere() {
        assertThat(text(Door.class).lines())
                .first()
                .isEqualTo("public abstract static class Door extends Hidden : java.lang.Runnable");
        assertThat(text(Door.class).lines().skip(1))
                .containsExactly(
                        "  protected abstract Reply seen()",
                        "  protected Door()",
                        "  public final java.util.List<? extends java.lang.Number>"
                                + " open(Key,java.util.Map<java.lang.String, long[]>)"
                                + " throws java.lang.InterruptedException",
                        "  public static final int WIDTH",
                        "  public void knock()");
    }

    @Test
    void aRecordThatUsersMakeKeepsItsConstructor() {
        assertThat(text(Key.class)).contains("  public Key(java.lang.String)\n");
    }

    @Test
    void aRecordThatUsersGetMayGrow() {
        assertThat(text(Reply.class))
                .contains("  public java.lang.String text()\n")
                .doesNotContain("Reply(");
        assertThat(text(Row.class)).doesNotContain("Row(");
    }
}
