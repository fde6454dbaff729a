package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.record.Mark;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bytes of marks and bases. */
final class MarkCodecTest {
    private static final Map<String, Mark> MARKS = Map.of("name", Mark.of(-7), "plan", Mark.ABSENT);

    @Test
    void equalMarksGiveEqualBytes() {
        assertThat(MarkCodec.marks(MARKS)).isEqualTo(MarkCodec.marks(Map.of("plan", Mark.ABSENT, "name", Mark.of(-7))));
    }

    @Test
    void agreedBaseTakesNineBytesBesideItsName() {
        byte[] bytes = MarkCodec.bases(Map.of("name", Base.agreed(Mark.of(1), Mark.of(1))));

        assertThat(bytes).hasSize(1 + 2 + 4 + 1 + 8);
    }

    @Test
    void cutBytesAreRefusedAsDamaged() {
        byte[] bytes = MarkCodec.marks(Map.of("name", Mark.of(1)));

        assertThatThrownBy(() -> MarkCodec.marks(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void unknownFormatIsRefused() {
        assertThatThrownBy(() -> MarkCodec.bases(new byte[] {9})).isInstanceOf(StoreException.class);
    }
}
