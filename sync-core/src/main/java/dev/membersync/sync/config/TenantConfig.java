package dev.membersync.sync.config;

import dev.membersync.sync.config.internal.JsonWriter;
import dev.membersync.sync.mapping.FieldMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One YAML file: one Memberships account, one Accelevents organisation and their workflows. Immutable.
 *
 * @param file the file's name, for messages
 * @param memberships the Memberships side
 * @param accelevents the Accelevents side
 * @param store where to remember
 * @param workflows the workflows, in the order of the file
 * @param goLive what go-live asks for
 * @param live how it runs live; asking throws {@link ConfigException} when that part has mistakes
 * @param lines the lines of the keys that a service can refuse, for messages
 * @param digest 64 hexadecimal digits that are the same for the same settings, whatever the credentials, the layout of the
 *     file, {@code goLive} and {@code live}
 */
public record TenantConfig(
        String file,
        MembershipsConfig memberships,
        AcceleventsConfig accelevents,
        StoreConfig store,
        List<WorkflowConfig> workflows,
        GoLiveConfig goLive,
        Supplier<LiveConfig> live,
        Map<String, Integer> lines,
        String digest) {
    public TenantConfig {
        workflows = List.copyOf(workflows);
        lines = Map.copyOf(lines);
    }

    /**
     * Reads a file; {@code ${NAME}} in a value is filled from the environment of this process.
     *
     * @throws ConfigException when it is not there, cannot be read or has mistakes; all of them are named at once
     */
    public static TenantConfig read(Path file) {
        return read(file, System.getenv());
    }

    /** Reads a file, with these variables for {@code ${NAME}}. */
    public static TenantConfig read(Path file, Map<String, String> environment) {
        return parse(file.toString(), content(file), environment);
    }

    /**
     * Reads a file whose variables come from elsewhere, a vault or an application's own settings.
     *
     * @param variables the value of {@code ${NAME}} by its name; null where there is none
     */
    public static TenantConfig read(Path file, Function<String, @Nullable String> variables) {
        return TenantReader.read(file.toString(), content(file), Environment.of(variables));
    }

    /**
     * Reads a text.
     *
     * @param name what messages call it
     * @throws ConfigException when it has mistakes; all of them are named at once
     */
    public static TenantConfig parse(String name, String text, Map<String, String> environment) {
        return TenantReader.read(name, text, Environment.of(environment));
    }

    /** The schema of such files for editors: JSON Schema, draft 2020-12, made of the code that reads them. */
    public static String schema() {
        return JsonWriter.write(ConfigSchema.schema());
    }

    /**
     * The same with one more mapped field, for what a row of {@code map} cannot say. The digest stays, because it shows the
     * file alone.
     *
     * @param workflow the id of a workflow of the template {@code members-to-attendees}, or of one by plan
     * @throws ConfigException when there is none
     */
    public TenantConfig with(String workflow, FieldMapper field) {
        if (workflows.stream().noneMatch(one -> isTarget(one, workflow))) {
            throw wrong("no workflow " + workflow + " registers members, so none can have the field " + field.name()
                    + "; name the id of one that does");
        }
        return new TenantConfig(
                file,
                memberships,
                accelevents,
                store,
                workflows.stream()
                        .map(one -> isTarget(one, workflow) ? ((MembersToAttendeesConfig) one).with(field) : one)
                        .toList(),
                goLive,
                live,
                lines,
                digest);
    }

    /** The workflows of a kind, in the order of the file. */
    public <C extends WorkflowConfig> List<C> workflows(Class<C> kind) {
        return workflows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean isTarget(WorkflowConfig one, String id) {
        return one instanceof MembersToAttendeesConfig && one.id().equals(id);
    }

    ConfigException keepsNothingInStep() {
        return wrong("none of them keeps members and registrations in step, and all others work on what one of those"
                + " knows; add one, such as template: members-to-attendees");
    }

    private ConfigException wrong(String workflows) {
        return new ConfigException(file, List.of(new Mistake(line("workflows"), "workflows", workflows)));
    }

    private OptionalInt line(String key) {
        Integer line = lines.get(key);
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** The place of a key for people: file, line and key. */
    public String place(String key) {
        Integer line = lines.get(key);
        return file + (line == null ? "" : ", line " + line) + ", " + key;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw unreadable(
                    file, "there is no such file; name yours with --config, or write one: the README has a sample");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "the file is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw unreadable(file, "the file cannot be read; check that it is a file and that you may read it");
        }
    }

    private static ConfigException unreadable(Path file, String why) {
        return new ConfigException(file.toString(), List.of(new Mistake(OptionalInt.empty(), "", why)));
    }
}
