package dev.membersync.examples.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The Java in docs/mapping.md is the Java that is compiled and tested here. */
class MappingDocTest {
    private static final int FEW_LINES = 15;
    private static final String HERE = "dev/membersync/examples/mapper/";

    private static String source(String path) throws IOException {
        return Files.readString(Path.of("src").resolve(path));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "..", "docs", "mapping.md"));
    }

    @Test
    void theMapperOfTheDocumentIsTheExampleAndShort() throws IOException {
        String source = source("main/java/" + HERE + "AgeGroup.java");
        String type = source.substring(source.indexOf("/**"));

        assertThat(document()).contains(type);
        assertThat(type.lines()).hasSizeLessThanOrEqualTo(FEW_LINES);
    }

    @Test
    void theLawTestOfTheDocumentIsTheExamples() throws IOException {
        String test = source("test/java/" + HERE + "AgeGroupTest.java");
        String call = test.substring(test.indexOf("MapperLaws.check("), test.indexOf(");\n", test.indexOf("check(")));

        assertThat(squeezed(document())).contains(squeezed(call));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
