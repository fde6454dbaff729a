package dev.membersync.sync.config;

import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.workflow.LapsedGuard;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of {@code lapsed-guard}. */
final class LapsedGuardReader {
    static final Template<LapsedGuardConfig> TEMPLATE = new Template<>(
            LapsedGuard.ID, LapsedGuardConfig.class, LapsedGuardReader::read, LapsedGuardReader::examine);

    private static final List<StatusAction> ACTIONS = List.of(StatusAction.KEEP, StatusAction.FLAG);
    private static final String WHY = "this template registers nobody and removes nothing: write keep, or flag for a"
            + " status with which a member has lapsed";
    private static final String REPRICE = "reprice";

    private LapsedGuardReader() {}

    private static LapsedGuardConfig read(Section section, WorkflowHead head) {
        Section fields = section.section("fields");
        Optional<String> statusLabel = Values.of(fields).text("memberStatus");
        fields.end();
        Statuses statuses = StatusesReader.read(section, LapsedGuard.standardStatuses(), ACTIONS, WHY);
        return new LapsedGuardConfig(
                head.id(),
                head.event(),
                head.occurrence(),
                asks(section) ? statuses : Statuses.indifferent(),
                statusLabel,
                guards(section));
    }

    /** Without an action the registrations of members are linked, and the status is written where it is asked for. */
    private static boolean asks(Section section) {
        if (section.scalar("action")
                .filter(word -> word.value().equals(REPRICE))
                .isPresent()) {
            section.mistake(
                    "action",
                    "action: reprice comes with the rules for prices; use flag, which asks a person, or none");
            return true;
        }
        return Values.of(section).word("action", Map.of("flag", true, "none", false), true);
    }

    private static GuardPolicy guards(Section section) {
        return GuardsReader.readWithoutCreates(section.section("guards"), LapsedGuard.standardGuards());
    }

    private static void examine(LapsedGuardConfig config, EventLook look) {
        config.statusLabel().ifPresent(label -> look.field(label, "the membership status is not written"));
    }
}
