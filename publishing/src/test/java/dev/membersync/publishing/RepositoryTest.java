package dev.membersync.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies in the repository after a deployment. */
class RepositoryTest {
    private static final List<String> ENDS =
            List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml");

    static List<String> artifacts() {
        return Published.MODULES.stream().map(Published::artifact).toList();
    }

    @Test
    void holdsThePublishedArtifactsAndNoOther() throws IOException {
        try (Stream<Path> homes = Files.list(Published.repository().resolve(Path.of("dev", "membersync")))) {
            assertThat(homes.map(home -> home.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(artifacts().stream(), Stream.of("membersync-bom"))
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void eachHasSourcesJavadocAndABillOfMaterials(String artifact) throws IOException {
        try (Stream<Path> files = Files.list(Published.home(artifact))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.matches("maven-metadata\\.xml.*|.*\\.(md5|sha\\d+)"))
                            .map(name -> name.replaceFirst(artifact + "-[0-9][-.0-9]*(?=[-.][a-z])", "")))
                    .containsExactlyInAnyOrderElementsOf(ENDS);
        }
    }
}
