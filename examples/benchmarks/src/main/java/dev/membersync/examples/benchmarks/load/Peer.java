package dev.membersync.examples.benchmarks.load;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another program, by the command line that all peers share. */
final class Peer implements Subject {
    private static final Pattern READY = Pattern.compile("ready (http://\\S+)");

    private final String name;
    private final String setting;
    private final String classPath;
    private final String main;

    private Peer(String name, String setting, String classPath, String main) {
        this.name = name;
        this.setting = setting;
        this.classPath = classPath;
        this.main = main;
    }

    /**
     * A peer.
     *
     * @param name such as {@code camel}
     * @param setting one of {@code documented}, {@code lazy}, {@code careful}
     * @param program class path and main class with a colon between; the main class may be absent where the class path is a single jar that names it
     */
    static Peer of(String name, String setting, String program) {
        int colon = program.lastIndexOf(':');
        boolean jar = colon < 0;
        return new Peer(
                name, setting, jar ? program : program.substring(0, colon), jar ? "" : program.substring(colon + 1));
    }

    @Override
    public String name() {
        return name + ":" + setting;
    }

    @Override
    public boolean does(World.Task task) {
        return task == World.Task.MEMBERS;
    }

    @Override
    public List<String> command(World world) {
        List<String> program = main.isEmpty() ? List.of("-jar", classPath) : List.of("-cp", classPath, main);
        List<String> arguments = List.of(
                "--memberships", world.memberships().url(),
                "--membershipsKey", world.memberships().key(),
                "--accelevents", world.accelevents().url(),
                "--acceleventsKey", world.accelevents().key(),
                "--event", world.event(),
                "--database", world.database(),
                "--rate", world.limit().toString(),
                "--workers", String.valueOf(world.workers()),
                "--mode", world.mode().name().toLowerCase(Locale.ROOT),
                "--hooks", "0",
                "--hookSecret", world.hookSecret(),
                "--setting", setting);
        return Stream.of(program, arguments).flatMap(List::stream).toList();
    }

    @Override
    public Optional<URI> hooks(String line) {
        Matcher matcher = READY.matcher(line);
        return matcher.matches() ? Optional.of(URI.create(matcher.group(1) + "/hooks/generic")) : Optional.empty();
    }

    @Override
    public boolean ready(String line) {
        return READY.matcher(line).matches();
    }

    @Override
    public boolean done(int exit) {
        return exit == 0;
    }
}
