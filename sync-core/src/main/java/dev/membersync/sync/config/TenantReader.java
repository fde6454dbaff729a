package dev.membersync.sync.config;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.sync.config.internal.Node;
import dev.membersync.sync.config.internal.YamlReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes a {@link TenantConfig} of a text. */
final class TenantReader {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Section root;
    private final Mistakes mistakes;
    private final String file;
    private final Supplier<String> digest;

    private TenantReader(String file, Section root, Mistakes mistakes, Supplier<String> digest) {
        this.digest = digest;
        this.file = file;
        this.root = root;
        this.mistakes = mistakes;
    }

    static TenantConfig read(String file, String text, Environment variables) {
        Mistakes mistakes = new Mistakes(file);
        YamlReader.Result yaml = YamlReader.read(text);
        yaml.problems().forEach(problem -> mistakes.add(problem.line(), problem.key(), problem.message()));
        if (yaml.root() instanceof Node.Table table) {
            Section root = new Section("", table, variables, mistakes);
            return new TenantReader(file, root, mistakes, () -> Settings.digest(table, variables)).read();
        }
        if (yaml.problems().isEmpty()) {
            String found = yaml.root() instanceof Node.Nothing ? "the file is empty" : "the file is no table of keys";
            mistakes.add(1, "", found + "; it needs memberships, accelevents and workflows: the README has a sample");
        }
        mistakes.throwIfAny();
        throw new IllegalStateException("a file without keys has a mistake");
    }

    /** Has every reader ask for its keys; whatever is wrong with the file is passed over. */
    static void rehearse(Section root) {
        new TenantReader("", root, root.mistakes(), () -> "").parts();
        LiveReader.read(root.section("live"));
    }

    private TenantConfig read() {
        Parts parts = parts();
        mistakes.throwIfAny();
        return new TenantConfig(
                file,
                parts.memberships,
                parts.organisation,
                parts.store,
                parts.workflows,
                parts.goLive,
                this::live,
                lines(),
                digest.get());
    }

    private Parts parts() {
        MembershipsConfig memberships = MembershipsReader.read(root.section("memberships"));
        Section accelevents = root.section("accelevents");
        AcceleventsConfig organisation = accelevents(accelevents);
        StoreConfig store = store(root.section("store"));
        List<WorkflowConfig> workflows = WorkflowReader.read(root, accelevents);
        accelevents.end();
        PaymentsReader.check(root, workflows, memberships);
        GoLiveConfig goLive = GoLiveConfig.read(root.section("goLive"));
        RegistrationsReader.check(root, workflows, memberships);
        LiveReader.checkKeys(root.section("live"));
        root.end();
        return new Parts(memberships, organisation, store, workflows, goLive);
    }

    private record Parts(
            MembershipsConfig memberships,
            AcceleventsConfig organisation,
            StoreConfig store,
            List<WorkflowConfig> workflows,
            GoLiveConfig goLive) {}

    private AcceleventsConfig accelevents(Section section) {
        Values values = Values.of(section);
        boolean insecure = values.flag("allowInsecure");
        return new AcceleventsConfig(
                values.url("baseUrl", Optional.of(AcceleventsClient.PRODUCTION), insecure),
                values.secret("apiKey", remedy("ACCELEVENTS_API_KEY")),
                Values.rate(section.section("rate"), RateLimit.of(100, WINDOW)),
                insecure);
    }

    private static String remedy(String variable) {
        return "write \"${" + variable + "}\" and set that environment variable";
    }

    private static StoreConfig store(Section section) {
        Values values = Values.of(section);
        String url = values.text("url", "jdbc:sqlite:membersync.db");
        if (!url.startsWith("jdbc:")) {
            section.mistake("url", "the url of a store begins with jdbc:, such as \"jdbc:sqlite:membersync.db\"");
        } else if (url.startsWith("jdbc:postgresql:") && url.split("\\?", 2)[0].contains("@")) {
            section.mistake(
                    "url",
                    "the user and the password stand behind a question mark:"
                            + " \"jdbc:postgresql://host/database?user=...&password=${PGPASSWORD}\"");
        }
        StoreConfig config = new StoreConfig(url, values.secret("key"), values.flag("rekey"));
        section.end();
        return config;
    }

    private LiveConfig live() {
        Mistakes of = new Mistakes(file);
        LiveConfig live = LiveReader.read(root.section("live").noting(of));
        of.throwIfAny();
        return live;
    }

    private Map<String, Integer> lines() {
        Map<String, Integer> lines = new HashMap<>();
        for (String part : List.of("memberships", "accelevents")) {
            Section section = root.section(part);
            Stream.concat(MembershipsReader.blamed().stream(), Stream.of("eventUrl"))
                    .filter(section::has)
                    .forEach(key -> lines.put(section.path(key), section.line(key)));
        }
        if (root.has("goLive") && root.section("goLive").has("notMembers")) {
            lines.put("goLive.notMembers", root.section("goLive").line("notMembers"));
        }
        if (root.has("store")) {
            lines.put("store.url", root.section("store").line("url"));
        }
        List<Section> workflows = root.sections("workflows");
        for (Section workflow : workflows) {
            workflow.keys().forEach(key -> lines.put(workflow.path(key), workflow.line(key)));
        }
        return lines;
    }
}
