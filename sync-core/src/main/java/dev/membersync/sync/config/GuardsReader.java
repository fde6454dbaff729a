package dev.membersync.sync.config;

import dev.membersync.sync.policy.GuardPolicy;

/** Reads {@code guards}. */
final class GuardsReader {
    private GuardsReader() {}

    static GuardPolicy read(Section section) {
        Values values = Values.of(section);
        GuardPolicy standard = GuardPolicy.standard();
        GuardPolicy guards = new GuardPolicy(
                values.whole("creates", 0, Long.MAX_VALUE, standard.creates()),
                values.share("changes", standard.changes()),
                values.share("removals", standard.removals()));
        section.end();
        return guards;
    }
}
