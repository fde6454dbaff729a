package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Projection;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Registrations that a person makes by hand: their values, and the mark that tickets without our note may be ours. */
public final class Imports {
    private static final String FEED = "import";
    private static final String EXPECTED = "expected";

    private final Parts parts;

    /** The imports of this workflow. */
    public Imports(Parts parts) {
        this.parts = parts;
    }

    /**
     * What one registration would say.
     *
     * @param ticketType the name of its ticket type, empty when there is none
     * @param draft its values
     * @param problems why it cannot be made, with names and no values
     */
    public record Draft(String ticketType, RegistrationDraft draft, List<String> problems) {
        public Draft {
            problems = List.copyOf(problems);
        }
    }

    /** The registrations of these members as they are listed now, by user id; who is not listed any more is missing. */
    public Map<String, Draft> drafts(Collection<String> userIds) {
        Set<String> wanted = Set.copyOf(userIds);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        try (SyncStore overlay = parts.store().overlay()) {
            Run run = new Director(parts).looking(overlay);
            for (List<Member> page : parts.members().pages()) {
                page.stream()
                        .filter(member -> wanted.contains(member.userId()))
                        .forEach(member -> drafts.put(member.userId(), draft(run, member)));
            }
        }
        return drafts;
    }

    /** From now on a ticket that we did not order is read in detail once: it may carry a Member ID answer of ours. */
    public void expect() {
        parts.store().inTransaction(parts.scope(), tx -> {
            tx.cursors().save(new Cursor(FEED, EXPECTED, 0, 0));
            return true;
        });
    }

    static boolean areExpected(Tx tx) {
        return tx.cursors().find(FEED).value().equals(EXPECTED);
    }

    private static Draft draft(Run run, Member member) {
        Projection projection = run.mapping.left(member);
        RegistrationDraft draft = run.mapping.draft(projection, CreateCourse.fields(run, run.keys.marks(projection)));
        List<String> problems = run.mapping.fields().stream()
                .filter(FieldMapper::requiredToCreate)
                .map(field -> projection.held().get(field.name()))
                .filter(Objects::nonNull)
                .map(held -> String.valueOf(held.getMessage()))
                .toList();
        String type = draft.ticketType()
                .map(id -> run.places.knows(id) ? run.places.type(id).name() : "")
                .orElse("");
        return new Draft(type, draft, problems);
    }
}
