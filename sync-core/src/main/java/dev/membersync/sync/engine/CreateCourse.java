package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.store.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says whether a member without a registration gets one. */
final class CreateCourse {
    /** Work parked for places of a ticket type waits for this word and the type's id. */
    static final String PLACES = "places:";
    /** The kind of the question how a ticket with a price is booked. */
    static final String PRICED = "PRICED";

    private final Run run;
    private final Questions questions;

    CreateCourse(Run run, Questions questions) {
        this.run = run;
        this.questions = questions;
    }

    /** A member without a registration, and without a create under way. */
    void plan(Job job) {
        switch (job.action) {
            case REGISTER -> register(job);
            case KEEP, FLAG -> job.skip = "the statuses table keeps this status as it is and registers nobody";
            case REMOVE -> job.skip = "the statuses table removes this status, and there is no registration";
            case REVIEW -> questions.askStatus(job);
        }
    }

    /** A create is under way. It is finished, unless nobody is to be registered any more. */
    void resume(Job job) {
        Intent intent = job.knownIntent();
        if (job.member == null || job.action != StatusAction.REGISTER || !isComplete(job)) {
            job.dropIntent = true;
            job.skip = "the member is not to be registered any more; the open create is dropped unless it had worked";
            return;
        }
        RegistrationDraft draft = draft(job);
        if (intent.orderId().isEmpty() && !intent.ticketTypeId().equals(draft.ticketType())) {
            job.dropIntent = true; // nothing was paid, and another type has its own price and places
            register(job);
            return;
        }
        add(job, intent.ticketTypeId().or(draft::ticketType).orElseThrow(), draft);
    }

    private void register(Job job) {
        if (!isComplete(job)) {
            return; // the held fields are questions already
        }
        if (!run.scans.ticketsComplete()) {
            job.waitBecause("the attendee list could not be read completely; nobody is registered in such a run");
            return;
        }
        RegistrationDraft draft = draft(job);
        TicketTypeInfo type = run.places.type(draft.ticketType().orElseThrow());
        if (!type.isFree()
                && run.parts.workflow().paidTickets().paymentType().isEmpty()
                && questions
                        .ask(
                                job,
                                PRICED,
                                List.of(),
                                "the ticket type " + type.name() + " costs "
                                        + type.price().toPlainString()
                                        + "; paidTickets: review books nothing with a price")
                        .isEmpty()) {
            return;
        }
        if (!run.places.take(type.id())) {
            job.parkFor = PLACES + type.id();
            job.waitBecause("no place is left in the ticket type " + type.name());
        } else {
            add(job, type.id(), draft);
        }
    }

    private boolean isComplete(Job job) {
        return run.mapping.fields().stream()
                .filter(FieldMapper::requiredToCreate)
                .noneMatch(field -> job.knownProjection().held().containsKey(field.name()));
    }

    private RegistrationDraft draft(Job job) {
        return run.mapping.draft(job.knownProjection(), fields(job));
    }

    private List<String> fields(Job job) {
        return fields(run, job.leftMarks);
    }

    /** The fields that a new registration gets from a member with these marks. */
    static List<String> fields(Run run, Map<String, Mark> leftMarks) {
        return run.mapping.fields().stream()
                .filter(field ->
                        FieldMerge.create(FieldRule.of(field), leftMarks.getOrDefault(field.name(), Mark.UNSEEN))
                                == Verdict.TO_RIGHT)
                .map(FieldMapper::name)
                .toList();
    }

    private void add(Job job, String type, RegistrationDraft draft) {
        List<String> fields = new ArrayList<>(fields(job));
        if (!draft.ticketType().equals(Optional.of(type))) {
            fields.remove(Fields.TICKET_TYPE); // ordered before the member's plan changed: an exchange follows
        }
        String name = run.places.knows(type) ? run.places.type(type).name() : type;
        Operation operation = new Operation(
                Operation.Kind.CREATE,
                job.userId(),
                "",
                fields,
                job.knownDecision().situation(),
                name,
                run.keys.seen(fields, job));
        job.tasks.add(new Task.Create(operation, type, draft, fields));
    }
}
