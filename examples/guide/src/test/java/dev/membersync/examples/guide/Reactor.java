package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The poms of this repository.
 *
 * @param modules by folder, {@code .} for the root
 */
record Reactor(Map<String, Element> modules) {
    private static final String GROUP = "dev.membersync";

    /**
     * A dependency as a pom says it, with versions filled in.
     *
     * @param scope compile when nothing else is said
     */
    record Dependency(String group, String artifact, String version, String scope) {}

    static Reactor at(Path root) {
        Map<String, Element> modules = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(root, 3)) {
            for (Path pom :
                    files.filter(file -> file.endsWith("pom.xml")).sorted().toList()) {
                String folder = root.relativize(pom.getParent()).toString();
                if (!folder.contains("target")) {
                    modules.put(folder.isEmpty() ? "." : folder, Xml.parse(Files.readString(pom)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reactor(modules);
    }

    void requireModule(String folder) {
        if (!modules.containsKey(folder)) {
            throw new Mistake("there is no module " + folder);
        }
    }

    void requireProfile(String id) {
        if (modules.values().stream()
                .noneMatch(pom -> Xml.all(pom, "profile").stream()
                        .anyMatch(profile -> Xml.text(profile, "id").equals(id)))) {
            throw new Mistake("no pom has a profile " + id);
        }
    }

    void requirePlugin(String artifact, String version) {
        if (Xml.all(modules.get("."), "plugin").stream()
                .noneMatch(plugin -> Xml.text(plugin, "artifactId").equals(artifact)
                        && Xml.text(plugin, "version").equals(version))) {
            throw new Mistake("the build has no " + artifact + " " + version);
        }
    }

    /** The version of everything here. */
    String version() {
        return Xml.text(modules.get("."), "version");
    }

    /** The folders of modules by the last part of their names. */
    Map<String, String> folders() {
        Map<String, String> folders = new HashMap<>();
        modules.keySet().forEach(folder -> folders.put(folder.substring(folder.lastIndexOf('/') + 1), folder));
        return folders;
    }

    /** The artifacts of modules that a module depends on to compile. */
    List<String> needs(String folder) {
        return dependencies(modules.get(folder)).stream()
                .filter(dependency ->
                        dependency.group().equals(GROUP) && dependency.scope().equals("compile"))
                .map(dependency -> dependency.artifact().replaceFirst("^membersync-", ""))
                .toList();
    }

    /** Everything that a pom of the repository depends on or manages, and the modules themselves. */
    List<Dependency> known() {
        List<Dependency> known = new ArrayList<>();
        for (Element pom : modules.values()) {
            known.addAll(dependencies(pom));
            String artifact = Xml.text(pom, "artifactId");
            known.add(new Dependency(GROUP, artifact, version(), "compile"));
            known.add(new Dependency(GROUP, artifact, version(), "test"));
        }
        return known;
    }

    private List<Dependency> dependencies(Element pom) {
        return Xml.all(pom, "dependency").stream().map(this::dependency).toList();
    }

    Dependency dependency(Element said) {
        String scope = Xml.text(said, "scope");
        return new Dependency(
                Xml.text(said, "groupId"),
                Xml.text(said, "artifactId"),
                version(said),
                scope.isEmpty() ? "compile" : scope);
    }

    /** The version that is said, or else the managed one. */
    private String version(Element dependency) {
        String said = Xml.text(dependency, "version");
        if (!said.isEmpty()) {
            return filled(said);
        }
        return Xml.all(modules.get("."), "dependency").stream()
                .filter(managed -> Xml.text(managed, "artifactId").equals(Xml.text(dependency, "artifactId")))
                .map(managed -> filled(Xml.text(managed, "version")))
                .findFirst()
                .orElse("");
    }

    private String filled(String version) {
        if (!version.startsWith("${")) {
            return version;
        }
        String name = version.substring(2, version.length() - 1);
        return name.equals("project.version")
                ? version()
                : modules.values().stream()
                        .flatMap(pom -> Xml.all(pom, "properties").stream())
                        .map(properties -> Xml.text(properties, name))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse(version);
    }
}
