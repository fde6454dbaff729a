package dev.membersync.sync.config;

import dev.membersync.sync.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The templates that a file can name. */
final class Templates {
    /** In the order in which they are told; the first one is the suggestion. */
    private static final List<Template<?>> ALL = Stream.of(
                    Stream.of(
                            MembersToAttendeesReader.TEMPLATE,
                            MembersToAttendeesReader.BY_PLAN,
                            RegistrationsReader.TO_MEMBERSHIP,
                            RegistrationsReader.TO_TAGS,
                            LapsedGuardReader.TEMPLATE),
                    PaymentsReader.TEMPLATES.stream(),
                    Stream.of(RefundsReader.TEMPLATE, DuplicateHygieneConfig.TEMPLATE, NightlyReader.TEMPLATE),
                    ServiceLoader.load(AddedTemplate.Provider.class).stream()
                            .flatMap(provider -> provider.get().templates().stream())
                            .map(AddedTemplate::template))
            .flatMap(templates -> templates)
            .<Template<?>>map(template -> template)
            .toList();

    private Templates() {}

    /** The words for them. */
    static List<String> ids() {
        return ALL.stream().<String>map(Template::id).toList();
    }

    /** The template of a workflow; empty, with the mistake noted, when it names none of this version. */
    static Optional<Template<?>> of(Section section) {
        Optional<Scalar> word = section.required("template", "write template: " + ids().get(0));
        Optional<Template<?>> found = word.flatMap(scalar -> ALL.stream()
                .filter(template -> template.id().equals(scalar.value()))
                .findFirst());
        if (found.isEmpty()) {
            word.ifPresent(scalar -> section.mistake("template", unknown(scalar)));
        }
        return found;
    }

    /** The template that made this. */
    static Template<?> of(WorkflowConfig config) {
        return ALL.stream()
                .filter(template -> template.made(config))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no template makes " + config.getClass()));
    }

    private static String unknown(Scalar word) {
        return word.shown() + " is no template; " + Nearest.hint(word.raw(), ids());
    }
}
