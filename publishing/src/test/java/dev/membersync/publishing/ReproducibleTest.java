package dev.membersync.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two builds from two folders give the same bytes: that of {@code mvn verify} and that of the copy. */
class ReproducibleTest {
    static Stream<String> jars() {
        return Published.MODULES.stream()
                .flatMap(module -> Stream.of(".jar", "-sources.jar", "-javadoc.jar")
                        .map(end -> module + "/target/" + Published.artifact(module) + "-" + Published.VERSION + end));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyByteIsTheSame(String jar) {
        Path here = Published.ROOT.resolve(jar);
        assertThat(here)
                .as("build it before: mvn verify, of the same sources")
                .exists()
                .hasSameBinaryContentAs(Published.copy().resolve(jar));
    }
}
