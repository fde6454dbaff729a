package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.AuditRow;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Base.Written;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Strife;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.TicketSighting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Remembers what an operation did: link, base, ticket, intent and audit in one transaction. */
final class Commit {
    private final Run run;

    Commit(Run run) {
        this.run = run;
    }

    /** The registration was made; nothing has shown it yet. */
    void created(Job job, Task.Create create, TicketRef ticket) {
        Map<String, Mark> sent = marks(job, create.fields());
        write(job, create.operation(), "issued", tx -> {
            TicketRow row = save(tx, sent(job, ticket, sent, Optional.of(create.ticketTypeId()), true));
            link(job, tx, row, Link.Origin.CREATED, bases(sent));
            tx.intents().remove(job.userId());
            if (!sent.containsKey(Fields.TICKET_TYPE)) {
                tx.work().mark(List.of(job.userId()), job.item.lane(), run.now());
            }
        });
    }

    /**
     * An earlier attempt of this create had worked; a read shows what it made. Where it is known what was sent, that is the
     * base: the member may have changed since, and so may the registration. Else what is shown is taken for what was sent.
     */
    void found(Job job, Intent intent, Registration shown, String rule) {
        Operation operation = new Operation(
                Operation.Kind.CREATE,
                job.userId(),
                shown.ticket().shown(),
                List.of(),
                job.knownDecision().situation(),
                rule,
                "");
        DeskRow row = new DeskRow(shown, Optional.of(job.userId()), OptionalLong.empty());
        TicketSighting sighting = run.keys.sighting(row, run.scans.ticketGeneration());
        write(job, operation, "found", tx -> {
            Map<String, Base> base = new LinkedHashMap<>();
            sighting.marks().forEach((field, mark) -> {
                if (!mark.isUnseen()) {
                    base.put(field, Base.agreed(mark, mark));
                }
            });
            base.putAll(bases(intent.sent()));
            link(job, tx, save(tx, sighting), Link.Origin.CREATED, base);
            tx.intents().remove(job.userId());
            tx.work().mark(List.of(job.userId()), job.item.lane(), run.now());
        });
    }

    /** The create is over and has made nothing. */
    void dropped(Job job) {
        run.inTransaction(tx -> {
            tx.intents().remove(job.userId());
            return true;
        });
    }

    /** A ticket that was there is the member's own now. */
    void adopted(Job job, Task.Adopt adopt) {
        write(job, adopt.operation(), "linked", tx -> link(job, tx, adopt.ticket(), Link.Origin.ADOPTED, Map.of()));
    }

    /** The holder was written. */
    void updated(Job job, Task.Update update) {
        written(job, update.operation(), update.fields(), Optional.empty());
    }

    /** The member was written; what the answer shows of a field is agreed, the rest waits to be seen. */
    void memberUpdated(Job job, Task.UpdateMember update, Optional<Member> shown) {
        Map<String, Mark> seen =
                shown.map(member -> run.keys.marks(run.mapping.left(member))).orElse(Map.of());
        Map<String, Mark> left = new LinkedHashMap<>(job.leftMarks);
        Map<String, Base> base = new LinkedHashMap<>(job.knownLink().base());
        for (String field : update.fields()) {
            Mark right = job.knownTicket().marks().getOrDefault(field, Mark.UNSEEN);
            Mark now = seen.getOrDefault(field, Mark.ABSENT);
            boolean told = now.kind() == Value.Kind.TEXT || now.kind() == Value.Kind.EMPTY;
            left.put(field, told ? now : right);
            Base fresh = told ? Base.agreed(now, right) : Base.sent(right, Written.LEFT);
            base.put(field, fresh.with(strife(job, field).wrote(Written.LEFT)));
        }
        OptionalLong email =
                update.fields().contains(Fields.EMAIL) ? job.knownTicket().emailKey() : OptionalLong.empty();
        write(job, update.operation(), "written", tx -> {
            for (MemberRow row : tx.members().find(List.of(job.userId())).values()) {
                tx.members().save(List.of(row.with(left, email.isPresent() ? email : row.emailKey())));
            }
            replace(job, tx, job.knownLink().withBase(base, run.mapping.digest()));
        });
        job.leftMarks = left;
    }

    /** The member was put into a workflow. */
    void enrolled(Job job, Task.Enrol enrol) {
        write(job, enrol.operation(), "enrolled", tx -> {
            Map<String, Base> base = new LinkedHashMap<>(job.knownLink().base());
            Mark shown = job.knownTicket().marks().getOrDefault(enrol.field(), Mark.UNSEEN);
            base.put(enrol.field(), Enrolment.over(shown));
            replace(job, tx, job.knownLink().withBase(base, run.mapping.digest()));
        });
    }

    private static Strife strife(Job job, String field) {
        Base base = job.knownLink().base().get(field);
        return job.knownDecision().strife().getOrDefault(field, base == null ? Strife.NONE : base.strife());
    }

    /** The ticket has another type. */
    void exchanged(Job job, Task.Exchange exchange) {
        written(
                job,
                exchange.operation(),
                List.of(exchange.field()),
                Optional.of(exchange.to().id()));
    }

    /** The ticket was deleted. */
    void removed(Job job, Task.Remove remove) {
        job.ticketGone = true;
        write(job, remove.operation(), "deleted", tx -> {});
    }

    private void written(Job job, Operation operation, List<String> fields, Optional<String> type) {
        Map<String, Mark> sent = marks(job, fields);
        write(job, operation, "written", tx -> {
            job.ticket = save(tx, sent(job, job.knownTicket().ref(), sent, type, false));
            Map<String, Base> base = new LinkedHashMap<>(job.knownLink().base());
            bases(sent)
                    .forEach((field, pair) ->
                            base.put(field, pair.with(strife(job, field).wrote(Written.RIGHT))));
            replace(job, tx, job.knownLink().withBase(base, run.mapping.digest()));
        });
    }

    /** Replaces the job's link and keeps the new version for what follows. */
    void replace(Job job, Tx tx, Link link) {
        job.link = tx.links().replace(link);
    }

    private void link(Job job, Tx tx, TicketRow row, Link.Origin origin, Map<String, Base> base) {
        Link link = new Link(job.userId(), row.row(), Link.State.LIVE, origin, base, run.mapping.digest(), 1);
        tx.links().insert(link);
        job.link = link;
        job.ticket = row;
    }

    private TicketSighting sent(Job job, TicketRef ref, Map<String, Mark> sent, Optional<String> type, boolean tagged) {
        return new TicketSighting(
                ref,
                Optional.of(Access.LIVE),
                sent,
                sent.containsKey(Fields.EMAIL)
                        ? run.keys.email(job.knownMember().email())
                        : OptionalLong.empty(),
                sent.containsKey(Fields.NAME) ? run.keys.name(job.knownMember()) : OptionalLong.empty(),
                type,
                tagged ? Optional.of(job.userId()) : Optional.empty(),
                OptionalLong.empty(),
                run.scans.ticketGeneration());
    }

    private static TicketRow save(Tx tx, TicketSighting sighting) {
        return tx.tickets().save(List.of(sighting)).get(0);
    }

    static Map<String, Mark> marks(Job job, List<String> fields) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        fields.forEach(field -> marks.put(field, job.leftMarks.getOrDefault(field, Mark.UNSEEN)));
        return marks;
    }

    private static Map<String, Base> bases(Map<String, Mark> sent) {
        Map<String, Base> bases = new LinkedHashMap<>();
        sent.forEach((field, mark) -> bases.put(field, Base.sent(mark)));
        return bases;
    }

    private void write(Job job, Operation operation, String outcome, Consumer<Tx> work) {
        run.inTransaction(tx -> {
            work.accept(tx);
            String ticket = job.ticket == null ? "" : job.ticket.ref().shown();
            tx.audit()
                    .append(new AuditRow(
                            run.now(),
                            job.userId(),
                            ticket,
                            operation.situation().name(),
                            operation.kind().name(),
                            operation.fields(),
                            outcome));
            return true;
        });
        run.checkpoint("committed");
    }
}
