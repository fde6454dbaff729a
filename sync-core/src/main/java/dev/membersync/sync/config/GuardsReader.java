package dev.membersync.sync.config;

import dev.membersync.sync.policy.GuardPolicy;

/** Reads {@code guards}. */
final class GuardsReader {
    private GuardsReader() {}

    static GuardPolicy read(Section section) {
        return read(section, GuardPolicy.standard());
    }

    static GuardPolicy read(Section section, GuardPolicy standard) {
        Values values = Values.of(section);
        GuardPolicy guards = new GuardPolicy(
                values.whole("creates", 0, Long.MAX_VALUE, standard.creates()),
                values.share("changes", standard.changes()),
                values.share("removals", standard.removals()));
        section.end();
        return guards;
    }

    /** Those of a workflow that may make members and put them into workflows. */
    static GuardPolicy readWithEnrolments(Section section, GuardPolicy standard) {
        long enrolments = Values.of(section).whole("enrolments", 0, Long.MAX_VALUE, standard.enrolments());
        GuardPolicy guards = read(section, standard);
        return new GuardPolicy(guards.creates(), guards.changes(), guards.removals(), enrolments);
    }

    /** Those of a workflow that registers nobody. */
    static GuardPolicy readWithoutCreates(Section section, GuardPolicy standard) {
        section.refuse("creates", "this template registers nobody: there is nothing to guard");
        Values values = Values.of(section);
        GuardPolicy guards = new GuardPolicy(
                0, values.share("changes", standard.changes()), values.share("removals", standard.removals()));
        section.end();
        return guards;
    }
}
