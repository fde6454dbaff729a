package dev.membersync.examples.cluster;

import java.time.Duration;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param nodes how many processes
 * @param tenants how many tenants
 * @param members how many members each of them begins with
 * @param rate calls in ten seconds that each service of each tenant allows
 * @param lease the lease of the cluster
 * @param kill whether a process is killed
 * @param with the command that starts a node, with {@code {}} for its name; empty: Java itself
 * @param throughput whether the first load is measured with one, two and more nodes instead
 */
record Options(
        int nodes, int tenants, int members, int rate, Duration lease, boolean kill, String with, boolean throughput) {
    static final String USAGE = """
            java -jar cluster.jar [--nodes 3] [--tenants 6] [--members 60] [--rate 100] [--lease 10] [--kill yes|no] [--with COMMAND] [--throughput]
              --rate        calls in ten seconds that each service of each tenant allows
              --lease       seconds; the longest time that a tenant is without a node after a kill
              --with        starts each node by this command, such as "cgexec -g cpu:{}"; {} is the node's name
              --throughput  measures the first load with 1 to --nodes nodes and prints a table
            exit status: 0 nobody lost, nobody doubled · 1 otherwise · 2 wrong usage""";

    static Options standard() {
        return new Options(3, 6, 60, 100, Duration.ofSeconds(10), true, "", false);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException for what it does not know
     */
    static Options of(List<String> words) {
        Options options = standard();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--throughput")) {
                options = new Options(
                        options.nodes,
                        12,
                        options.members,
                        options.rate,
                        options.lease,
                        options.kill,
                        options.with,
                        true);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.equals("--throughput")) {
                if (i + 1 == words.size()) {
                    throw new IllegalArgumentException(word + " needs a value, or is unknown");
                }
                options = options.with(word, words.get(++i));
            }
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--nodes" -> new Options(number(name, value), tenants, members, rate, lease, kill, with, throughput);
            case "--tenants" -> new Options(nodes, number(name, value), members, rate, lease, kill, with, throughput);
            case "--members" -> new Options(nodes, tenants, number(name, value), rate, lease, kill, with, throughput);
            case "--rate" -> new Options(nodes, tenants, members, number(name, value), lease, kill, with, throughput);
            case "--lease" ->
                new Options(
                        nodes, tenants, members, rate, Duration.ofSeconds(number(name, value)), kill, with, throughput);
            case "--kill" -> new Options(nodes, tenants, members, rate, lease, yes(value), with, throughput);
            case "--with" -> new Options(nodes, tenants, members, rate, lease, kill, value, throughput);
            default -> throw new IllegalArgumentException(name + " is unknown");
        };
    }

    private static boolean yes(String value) {
        if (!value.equals("yes") && !value.equals("no")) {
            throw new IllegalArgumentException("--kill is yes or no, not " + value);
        }
        return value.equals("yes");
    }

    private static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(name + " is a number from 1 on, not " + value);
        }
        return Integer.parseInt(value);
    }

    /** The same with so many nodes. */
    Options withNodes(int number) {
        return new Options(number, tenants, members, rate, lease, kill, with, throughput);
    }
}
