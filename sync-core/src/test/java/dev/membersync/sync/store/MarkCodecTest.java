package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base.Written;
import java.time.Instant;
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
    void everyBaseIsReadBackAsItWasWritten() {
        Instant since = Instant.parse("2030-01-01T00:00:07Z");
        Map<String, Base> bases = Map.of(
                "left", Base.sent(Mark.of(1), Written.LEFT),
                "right", Base.sent(Mark.of(2), Written.RIGHT),
                "quarrel", new Base(Mark.of(1), Mark.of(2), Written.RIGHT, new Strife(Written.LEFT, 63, since)),
                "written", Base.agreed(Mark.EMPTY, Mark.ABSENT).with(Strife.NONE.wrote(Written.RIGHT)));

        assertThat(MarkCodec.bases(MarkCodec.bases(bases))).isEqualTo(bases);
    }

    @Test
    void basesOfTheFirstFormatAreRead() {
        byte[] bytes = MarkCodec.bases(Map.of("name", Base.sent(Mark.of(1))));
        bytes[0] = 1;

        assertThat(MarkCodec.bases(bytes)).isEqualTo(Map.of("name", Base.sent(Mark.of(1))));
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
