package dev.membersync.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HostileTest {
    private static final List<String> SAMPLES = List.of("{\"id\":\"u1\",\"name\":\"Ann\"}", "a: 1\nb: 2\n");

    @Test
    void inputsDifferAndStaySmall() {
        SplittableRandom random = new SplittableRandom(1);
        Set<String> inputs = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] input = Hostile.bytes(random, SAMPLES);
            assertThat(input).hasSizeLessThan(1 << 20);
            inputs.add(new String(input, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        assertThat(inputs).hasSizeGreaterThan(700);
    }

    @Test
    void theSameSeedGivesTheSame() {
        assertThat(Hostile.text(new SplittableRandom(7), SAMPLES))
                .isEqualTo(Hostile.text(new SplittableRandom(7), SAMPLES));
    }

    @Test
    void whatIsDocumentedIsARefusal() {
        assertThat(Bounded.read(
                        new byte[0],
                        () -> {
                            throw new IllegalArgumentException("no");
                        },
                        IllegalArgumentException.class))
                .isFalse();
    }

    @Test
    void anythingElseIsAFindingThatNamesTheInput() {
        assertThatThrownBy(() -> Bounded.read(
                        "input".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        () -> {
                            throw new StackOverflowError();
                        },
                        IllegalArgumentException.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("input");
    }

    @Test
    void memoryIsBounded() {
        assertThatThrownBy(() -> Bounded.read(new byte[0], () -> {
                    for (int i = 0; i < 300; i++) {
                        assertThat(new byte[1 << 20]).isNotNull();
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes");
    }
}
