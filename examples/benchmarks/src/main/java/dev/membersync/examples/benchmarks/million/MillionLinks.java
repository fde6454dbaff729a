package dev.membersync.examples.benchmarks.million;

import dev.membersync.examples.benchmarks.Arguments;
import dev.membersync.examples.benchmarks.Child;
import dev.membersync.examples.benchmarks.Numbers;
import dev.membersync.examples.benchmarks.Report;
import dev.membersync.examples.benchmarks.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Links N tickets that are there to N members, then looks again while nothing changed: in a process with little room, beside
 * the services in another one. The sizes grow by ten, and what a record costs is compared with the smallest one. With {@code --fill
 * bulk} the links are put into the store many at once, and only the looks are measured.
 */
public final class MillionLinks {
    /** The options. */
    public static final Map<String, String> OPTIONS = Map.of(
            "links", "100000",
            "from", "1000",
            "store", "sqlite",
            "heap", "64m",
            "fill", "engine",
            "warmups", "15",
            "rescans", "20",
            "jvm", "-XX:+UseG1GC");

    private static final int SMALL = 1_000;
    private static final double MEBI = 1 << 20;

    private MillionLinks() {}

    /** Measures every size up to {@code --links}. */
    public static Report run(Arguments arguments) throws IOException {
        List<Size> sizes = new ArrayList<>();
        try (Place place = Place.of(arguments.text("store"));
                Child small = crowd(SMALL)) {
            Map<String, String> warm = small.line();
            int most = arguments.whole("links");
            for (long links = Math.min(most, arguments.whole("from")); links <= most; links *= 10) {
                sizes.add(measure((int) links, place, warm, arguments));
            }
        }
        Report report = Report.create();
        if (sizes.stream().allMatch(size -> size.link().isPresent())) {
            report.table(table(
                    "First run: tickets that are there are linked",
                    sizes,
                    size -> size.link().orElseThrow()));
        }
        return report.table(table("Run without a change", sizes, Size::rescan))
                .note("Store: " + arguments.text("store") + ". Heap limit: " + arguments.text("heap")
                        + ". CPU and wall are those of the engine's process, for each member with his ticket; the factor is"
                        + " CPU beside the smallest size. Heap is the most in use after a collection.");
    }

    private static Child crowd(int members) throws IOException {
        return Child.start(Crowd.class, List.of("-Xmx" + (256 + members / 250) + "m"), String.valueOf(members));
    }

    private static Size measure(int links, Place place, Map<String, String> warm, Arguments arguments)
            throws IOException {
        System.err.println(links + " links");
        String name = "links" + links;
        List<String> command = new ArrayList<>();
        try (Child crowd = crowd(links)) {
            Map<String, String> urls = crowd.line();
            command.addAll(List.of(urls.get("left"), urls.get("right"), place.store(name)));
            command.add(String.valueOf(Math.min(arguments.whole("rescans"), Math.max(2, 20_000 / links))));
            command.addAll(List.of(arguments.text("fill"), warm.get("left"), warm.get("right")));
            IntStream.range(0, arguments.whole("warmups", 0)).forEach(i -> command.add(place.store(name + "warm" + i)));
            List<String> jvm = new ArrayList<>(List.of("-Xmx" + arguments.text("heap")));
            jvm.addAll(List.of(arguments.text("jvm").split(" ")));
            try (Child engine = Child.start(Linking.class, jvm, command.toArray(String[]::new))) {
                return size(links, engine, place, name);
            }
        }
    }

    private static Size size(int links, Child engine, Place place, String name) throws IOException {
        List<Reading> rescans = new ArrayList<>();
        Reading link = null;
        for (Map<String, String> line = engine.line(); !line.containsKey("end"); line = engine.line()) {
            String kind = line.getOrDefault("kind", "");
            if (kind.startsWith("measured")) {
                Reading reading = Reading.of(line);
                reading.check(links, kind.endsWith("link"));
                if (kind.endsWith("link")) {
                    link = reading;
                    System.err.println("  linked in " + Numbers.text(reading.wall() / 1e9, 0) + " s");
                } else {
                    rescans.add(reading);
                }
            }
        }
        if (rescans.isEmpty()) {
            throw new IOException("the engine measured nothing");
        }
        return new Size(links, Optional.ofNullable(link), Reading.median(rescans), place.bytes(name));
    }

    private static Table table(String title, List<Size> sizes, Function<Size, Reading> which) {
        Table table = Table.of(
                title,
                "links",
                "records/s",
                "wall µs/record",
                "CPU µs/record",
                "factor",
                "calls/record",
                "writes",
                "heap MiB",
                "bytes/link");
        double smallest = which.apply(sizes.get(0)).cpu() / sizes.get(0).links();
        for (Size size : sizes) {
            Reading reading = which.apply(size);
            double wall = reading.wall() / size.links() / 1_000;
            table.row(
                    Numbers.text(size.links(), 0),
                    Numbers.text(1e6 / wall, 0),
                    Numbers.text(wall, 1),
                    Numbers.text(reading.cpu() / size.links() / 1_000, 1),
                    Numbers.text(reading.cpu() / size.links() / smallest, 2),
                    Numbers.text(reading.calls() / size.links(), 4),
                    Numbers.text(reading.writes(), 0),
                    Numbers.text(reading.heap() / MEBI, 1),
                    Numbers.text((double) size.bytes() / size.links(), 0));
        }
        return table;
    }

    /** The first run was measured when the engine made the links itself. */
    private record Size(int links, Optional<Reading> link, Reading rescan, long bytes) {}

    /** One run of the engine. */
    private record Reading(double wall, double cpu, double calls, double writes, double heap, long linked, long same) {
        static Reading of(Map<String, String> line) {
            return new Reading(
                    number(line, "wall"),
                    number(line, "cpu"),
                    number(line, "calls"),
                    number(line, "writes"),
                    number(line, "heap"),
                    (long) number(line, "linked"),
                    (long) number(line, "unchanged"));
        }

        private static double number(Map<String, String> line, String name) {
            return Double.parseDouble(line.getOrDefault(name, "NaN"));
        }

        /** A fast engine that does something else is of no use. */
        void check(int links, boolean linking) throws IOException {
            if ((linking ? linked : same) != links || writes != 0) {
                throw new IOException("of " + links + " pairs " + linked + " were linked, " + same
                        + " were as before, and there were " + writes + " writes");
            }
        }

        static Reading median(List<Reading> all) {
            return new Reading(
                    Numbers.of(all.stream().mapToDouble(Reading::wall).toArray())
                            .median(),
                    Numbers.of(all.stream().mapToDouble(Reading::cpu).toArray()).median(),
                    Numbers.of(all.stream().mapToDouble(Reading::calls).toArray())
                            .median(),
                    Numbers.of(all.stream().mapToDouble(Reading::writes).toArray())
                            .median(),
                    Numbers.of(all.stream().mapToDouble(Reading::heap).toArray())
                            .at(1),
                    0,
                    0);
        }
    }
}
