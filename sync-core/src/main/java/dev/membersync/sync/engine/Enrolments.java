package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Operation.Kind;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Says who is put into a workflow of the Memberships side: each member once for each state that his registration reaches.
 * Of a registration that was there when the attendee list was first read whole, what it had reached or passed when it was
 * linked is old and enrols nobody.
 */
final class Enrolments {
    /** The kind of the question about a call whose effect nothing shows. */
    static final String ENROLMENT = "ENROLMENT";

    private static final String WHY =
            "nobody can know whether the member was put into the workflow of this state: the answer got lost, and no call"
                    + " shows it; look at the contact in HighLevel first";

    private final Run run;
    private final Questions questions;

    Enrolments(Run run, Questions questions) {
        this.run = run;
        this.questions = questions;
    }

    /** Every ticket was listed and joined with its order: for states that enrol since now, what is there is old. */
    static void begin(Run run, Tx tx) {
        String key = StoreKey.givenAnew(tx.meta()).orElse(""); // another one has made the store forget what was sent
        for (RegistrationState state : RegistrationState.values()) {
            String field = Fields.enrolled(state);
            boolean enrols = run.mapping.field(field).isPresent();
            Cursor known = tx.cursors().find(field);
            if (!enrols && known.complete() > 0) {
                tx.cursors().save(Cursor.start(field));
            } else if (enrols && (known.complete() == 0 || !known.value().equals(key))) {
                tx.cursors().save(new Cursor(field, key, tx.tickets().newest(), 1));
            }
        }
    }

    /** @param told false when the state of the registration was not told to the member; then it enrols nobody either */
    void plan(Job job, boolean told) {
        List<String> fields = run.mapping.fields().stream()
                .map(FieldMapper::name)
                .filter(Fields::isEnrolment)
                .toList();
        Map<String, Base> known = job.link == null ? Map.of() : job.link.base();
        List<String> open = fields.stream()
                .filter(field -> known.containsKey(field) && Enrolment.isSent(known.get(field)))
                .toList();
        if (!open.isEmpty()) {
            questions.ask(job, ENROLMENT, open, WHY).ifPresent(again -> open.forEach(field -> enrol(job, field)));
        }
        if (told) {
            fields.stream().filter(field -> !open.contains(field)).forEach(field -> plan(job, field, known.get(field)));
        }
    }

    private void plan(Job job, String field, @Nullable Base known) {
        Mark shown = shown(job, field);
        boolean old = false;
        if (known == null) {
            OptionalLong newestOld = run.inTransaction(tx -> newestOld(tx, field));
            if (newestOld.isEmpty()) {
                return;
            }
            old = job.knownTicket().row() <= newestOld.getAsLong();
        }
        boolean due = known == null ? !old || shown.isUnseen() : Enrolment.isDue(known);
        if (due && shown.equals(run.keys.mark(field, Fields.REACHED))) {
            enrol(job, field);
        } else {
            job.noted.put(field, due ? Enrolment.due(shown) : Enrolment.over(shown));
        }
    }

    private static Mark shown(Job job, String field) {
        return job.knownTicket().marks().getOrDefault(field, Mark.UNSEEN);
    }

    private static OptionalLong newestOld(Tx tx, String field) {
        Cursor begun = tx.cursors().find(field);
        return begun.complete() == 0 ? OptionalLong.empty() : OptionalLong.of(begun.generation());
    }

    /** A state that the registration has left again by now enrols nobody. */
    private void enrol(Job job, String field) {
        MemberDraft draft = MemberDraft.empty();
        Registration shown = job.shown;
        if (shown != null) {
            run.mapping.toLeft(field, shown, draft);
            if (draft.enrolment().isEmpty()) {
                job.noted.put(field, Enrolment.over(shown(job, field)));
                return;
            }
        }
        job.tasks.add(new Task.Enrol(
                new Operation(
                        Kind.ENROL,
                        job.userId(),
                        job.knownTicket().ref().shown(),
                        List.of(field),
                        job.knownDecision().situation(),
                        "state",
                        run.keys.seen(List.of(field), job)),
                field,
                draft.enrolment().orElse("")));
    }
}
