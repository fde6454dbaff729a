package dev.membersync.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.story.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run needs room for pages and for a bounded number of members, however many there are. */
@Timeout(900)
class BoundedMemoryTest {
    private static final int MEMBERS = Heavy.of(20_000, 200_000);
    private static final int PAGE = 500;

    /** A list that is made while it is read; nobody on it is to be registered. */
    public static final class Crowd {
        private final int members;

        Crowd(int members) {
            this.members = members;
        }

        /** Called instead of the directory's own. */
        public Iterable<List<Member>> pages() {
            return () -> IntStream.range(0, members / PAGE)
                    .mapToObj(page -> IntStream.range(page * PAGE, (page + 1) * PAGE)
                            .mapToObj(Crowd::member)
                            .toList())
                    .iterator();
        }

        private static Member member(int number) {
            return new Member(
                    "m" + number,
                    Value.of("m" + number + "@example.com"),
                    Value.of("Person Number" + number),
                    Value.of("inactive"),
                    Value.absent(),
                    Map.of("notes", Value.of((number + " ").repeat(600))));
        }
    }

    /** The process with little room. */
    public static void main(String[] arguments) {
        World world = World.ordinary();
        world.store = JdbcStore.open(arguments[0]);
        Crowd crowd = new Crowd(Integer.parseInt(arguments[1]));
        world.directory = real -> Changed.in(MemberDirectory.class, real, crowd);
        System.out.println(world.sync().counts());
        world.store.close();
    }

    @Test
    void aListThatIsLargerThanTheMemoryIsReadToItsEnd(@TempDir Path folder) throws Exception { // F-77
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC", // it collects all the time: without other threads for that it is done
                        // earlier
                        "-cp",
                        System.getProperty("java.class.path"),
                        BoundedMemoryTest.class.getName(),
                        "jdbc:sqlite:" + folder.resolve("m.db"),
                        Integer.toString(MEMBERS))
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).contains("skipped=" + MEMBERS);
    }
}
