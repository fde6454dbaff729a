package dev.membersync.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with the last release, with a release that was like this one, and with one that could do more. */
class ApiGateTest {
    private static final String SEEN = "dev/membersync/client/auth/Secret";
    private static final String UNSEEN = "dev/membersync/client/internal/Texts";

    /** Jars of the tests: the source needs its annotations. */
    private static final String ANNOTATIONS =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    private Path baseline;

    @BeforeEach
    void theReleaseWasLikeThisOne() throws IOException {
        Path jar = Published.file("membersync-client-core", ".jar");
        baseline = Files.copy(jar, folder.resolve("membersync-client-core.jar"));
    }

    @Test
    void whatIsNotExportedMayGo() throws IOException {
        theReleaseHadOneMethodMore(UNSEEN);

        assertThat(compared().status()).isZero();
    }

    @Test
    void aPublicMethodThatWentFailsTheBuild() throws IOException {
        theReleaseHadOneMethodMore(SEEN);

        Program run = compared();

        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("Secret", "gone()", "METHOD_REMOVED");
    }

    private Program compared() {
        return Maven.run(
                Published.copy(),
                "-Djavac.checks.main=-Xdiags:compact",
                "-Dmaven.repo.local=" + Maven.LOCAL,
                "-pl",
                "client-core",
                "-am",
                "-Dapi.baseline=" + folder,
                "-Dmaven.test.skip",
                "-Dspotless.check.skip",
                "-Dmdep.analyze.skip",
                "-Dmaven.javadoc.skip",
                "verify");
    }

    private void theReleaseHadOneMethodMore(String type) throws IOException {
        String name = type + ".java";
        String source = Files.readString(
                Published.ROOT.resolve("client-core/src/main/java").resolve(name));
        Path changed = folder.resolve(name);
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, source.replaceFirst("}\\s*$", "\n    public void gone() {}\n}\n"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "--release",
                        "17",
                        "-cp",
                        baseline + File.pathSeparator + ANNOTATIONS,
                        "-d",
                        classes.toString(),
                        changed.toString());
        assertThat(status).isZero();
        try (FileSystem jar = FileSystems.newFileSystem(baseline)) {
            Files.copy(
                    classes.resolve(type + ".class"),
                    jar.getPath(type + ".class"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
