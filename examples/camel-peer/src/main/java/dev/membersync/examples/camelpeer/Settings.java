package dev.membersync.examples.camelpeer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param memberships origin of the Memberships API
 * @param accelevents origin of Accelevents
 * @param event the event's part of the address
 * @param database JDBC address of the repository and the dead letters
 * @param rate the limit of each service
 * @param workers members at work at a time
 * @param live whether hooks are received after the load
 * @param hooks their port, 0 for a free one
 */
record Settings(
        String memberships,
        String membershipsKey,
        String accelevents,
        String acceleventsKey,
        String event,
        String database,
        Rate rate,
        int workers,
        boolean live,
        int hooks,
        String hookSecret,
        Setting setting) {

    static Settings parse(String... args) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            said.put(args[i], args[i + 1]);
        }
        return new Settings(
                of(said, "--memberships"),
                of(said, "--membershipsKey"),
                of(said, "--accelevents"),
                of(said, "--acceleventsKey"),
                of(said, "--event"),
                of(said, "--database"),
                Rate.parse(of(said, "--rate")),
                Integer.parseInt(of(said, "--workers")),
                of(said, "--mode").equals("live"),
                Integer.parseInt(said.getOrDefault("--hooks", "0")),
                said.getOrDefault("--hookSecret", ""),
                Setting.valueOf(of(said, "--setting").toUpperCase(Locale.ROOT)));
    }

    private static String of(Map<String, String> said, String name) {
        String value = said.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** Never the keys. */
    @Override
    public String toString() {
        return "Settings[" + setting + ", " + rate + ", workers=" + workers + "]";
    }
}
