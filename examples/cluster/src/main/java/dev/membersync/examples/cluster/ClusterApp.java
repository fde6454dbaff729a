package dev.membersync.examples.cluster;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** {@code java -jar cluster.jar}: a database, the services of many tenants, several nodes, and the death of one of them. */
public final class ClusterApp {
    /** The word that makes this program one of the nodes. */
    static final String NODE = "node";

    private ClusterApp() {}

    /** Runs the story, the measurement, or one node. */
    public static void main(String[] words) throws IOException, SQLException, InterruptedException {
        List<String> all = List.of(words);
        if (!all.isEmpty() && all.get(0).equals(NODE)) {
            NodeProcess.run(all.subList(1, all.size()));
            System.exit(0);
        }
        System.exit(run(all));
    }

    private static int run(List<String> words) throws IOException, SQLException, InterruptedException {
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + Options.USAGE);
            return 2;
        }
        try (Database database = Database.start()) {
            if (options.throughput()) {
                return new Throughput(options, System.out).measure(database);
            }
            KillStory story = new KillStory(options, System.out);
            return story.report(story.tell(database));
        }
    }
}
