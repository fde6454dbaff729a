package dev.membersync.sync.engine;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.ThrottledException.Quota;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.UnknownTicketException;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.text.Unicode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes members of the holders of tickets that are nobody's, one after the other. The intent of a create is keyed by the
 * ticket and closed to a second one by the holder's address, see {@link RegistrantBook}; before each send the account is
 * asked who has that address, and whoever is there is never made again.
 *
 * <p>A member who was made is only marked: the steps of every member find his ticket by its address and tell him of it.
 */
final class RegistrantCreates {
    /**
     * A contact is found by a search seconds after it was made (LIVE) and a call ends within 30 s with all its waits; the
     * rest is wide. The age of a record proves nothing here, so clocks may differ as they like.
     */
    static final SettleTraits TRAITS = new SettleTraits(
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Set.of(),
            true);

    private static final int MOST_SENDS = 3;
    private static final int MOST_KNOWN = 10;
    private static final int MOST_FAILURES = 3;
    private static final Duration BURST = Duration.ofSeconds(10);

    private final Run run;
    private final RegistrantBook book;
    private final long most;
    private final Predicate<String> gate;
    private final Set<Long> planned = new HashSet<>();
    private final Set<String> recognised = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private long opened;
    private int failures;
    private long found;
    private Optional<Instant> next = Optional.empty();

    /**
     * Creates within one run.
     *
     * @param most how many members are made at most
     * @param gate asked with the ticket before the first send for it; false leaves it for later
     */
    RegistrantCreates(Run run, long most, Predicate<String> gate) {
        this.run = run;
        this.book = new RegistrantBook(run.parts);
        this.most = most;
        this.gate = gate;
    }

    /** Another walk begins. */
    void begin() {
        found = 0;
        next = Optional.empty();
    }

    /** How many members this walk made or found who are to be worked on. */
    long found() {
        return found;
    }

    /** When something that this walk left open can be settled. */
    Optional<Instant> next() {
        return next;
    }

    /** Makes the holder of this ticket a member, or asks why not; a plan counts him. */
    void make(TicketRow ticket) {
        String subject = NoMember.subject(ticket).orElseThrow();
        if (run.plans()) {
            plan(subject, ticket);
        } else {
            guarded(subject, () -> holder(ticket).ifPresent(person -> make(subject, ticket, person)));
        }
    }

    /** Ends the create of somebody who is not to be made any more. */
    void end(Intent intent, Optional<TicketRow> ticket) {
        guarded(book.subject(intent), () -> {
            RegistrantTarget target = ticket.filter(row -> row.emailKey().equals(intent.openMatchKey()))
                    .flatMap(row -> holder(row).map(person -> target(row, person)))
                    .orElseGet(() -> RegistrantTarget.lost(run.parts.members()));
            OpenCreates open = book.creates(target, intent.openMatchKey());
            Settled settled = creates(open).settle(intent.userId(), target);
            if (settled instanceof Settled.Review) {
                open.end(intent); // what is there is for people to see, and nothing is sent any more
            }
            follow(settled, intent.openMatchKey());
        });
    }

    private void plan(String subject, TicketRow ticket) {
        boolean asked = run.inTransaction(tx -> NoMember.open(tx, subject).isPresent());
        long key = ticket.emailKey().orElseThrow();
        if (!asked && planned.size() < most && !planned.contains(key) && allows(subject, ticket)) {
            planned.add(key);
            run.journal().planned(operation(subject, ticket));
        }
    }

    private boolean allows(String subject, TicketRow ticket) {
        return run.agreed.allows(subject, List.of(operation(subject, ticket)));
    }

    private Operation operation(String subject, TicketRow ticket) {
        return new Operation(
                Operation.Kind.CREATE_MEMBER,
                subject,
                ticket.ref().shown(),
                NoMember.FIELDS,
                Situation.UNMATCHED,
                "no member has the address",
                NoMember.seen(run, ticket));
    }

    /** The ticket as its order shows it now; empty when it ended or has another holder: the next list settles that. */
    private Optional<Registration> holder(TicketRow ticket) {
        run.checkpoint("registrant");
        return run.desk
                .inOrder(ticket.ref())
                .filter(seen -> seen.access() == Access.LIVE)
                .filter(seen -> run.keys.email(seen.email()).equals(ticket.emailKey()));
    }

    private RegistrantTarget target(TicketRow ticket, Registration person) {
        long key = ticket.emailKey().orElseThrow();
        List<String> known = Stream.concat(
                        book.made(key).stream(),
                        run.inTransaction(tx -> tx.members().withEmail(key, MOST_KNOWN)).stream())
                .distinct()
                .toList();
        return RegistrantTarget.of(run.parts.members(), person, key, known);
    }

    private void make(String subject, TicketRow ticket, Registration person) {
        RegistrantTarget target = target(ticket, person);
        OpenCreates creates = book.creates(target, ticket.emailKey());
        Optional<Intent> open = creates.find(book.source(subject));
        List<Member> there = target.there();
        if (open.isEmpty() && !there.isEmpty()) {
            recognise(subject, ticket, target, there);
        } else if (Unicode.isBroken(person.firstName().text().orElse(""))
                || Unicode.isBroken(person.lastName().text().orElse(""))) {
            ask(subject, "the holder's name has control characters or broken text; mend it at Accelevents");
        } else if (open.isPresent() || opens(subject, ticket, target)) {
            send(subject, ticket, target, creates, open, !there.isEmpty());
        }
    }

    /** The account shows one with the address: a member the list did not show yet, or somebody to be asked about. */
    private void recognise(String subject, TicketRow ticket, RegistrantTarget target, List<Member> there) {
        String userId = there.get(0).userId();
        if (there.size() > 1) {
            ask(subject, there.size() + " contacts have the address of this ticket's holder");
        } else if (!target.isMember(userId)) {
            ask(
                    subject,
                    "the contact " + userId + " has the address of this ticket's holder and is no member; give it what"
                            + " members.only asks for, or leave it so");
        } else if (recognised.add(subject)) {
            adopt(userId, ticket.emailKey());
        }
    }

    /** A ticket that was asked about was not in the plan: it is settled now and made in the next run. */
    private boolean opens(String subject, TicketRow ticket, RegistrantTarget target) {
        boolean asked = run.inTransaction(tx -> {
            boolean open = NoMember.open(tx, subject).isPresent();
            NoMember.settle(run, tx, subject);
            return open;
        });
        if (asked || opened >= most || !allows(subject, ticket) || !gate.test(subject)) {
            return false;
        }
        // Asked again with the opening: since the account was asked, the address may have got its member.
        boolean opens = book.opens(subject, ticket.emailKey().orElseThrow(), target.known());
        if (opens) {
            opened++;
        } else if (waiting.add(subject)) {
            run.journal().held(subject, List.of("a contact with the address of this ticket's holder is being made"));
        }
        return opens;
    }

    private void send(
            String subject,
            TicketRow ticket,
            RegistrantTarget target,
            OpenCreates open,
            Optional<Intent> intent,
            boolean there) {
        String source = book.source(subject);
        KeylessCreates creates = creates(open);
        boolean often = intent.filter(known -> known.attempt() >= MOST_SENDS).isPresent();
        // What was begun for another holder ends first: a send needs the key that its intent was opened with.
        boolean over = intent.filter(known -> !known.openMatchKey().equals(ticket.emailKey()))
                .isPresent();
        long deadline = run.parts.time().nanos() + TRAITS.lease().toNanos();
        Settled settled = there || over
                ? creates.settle(source, target)
                : often
                        ? creates.prove(source, target)
                        : creates.advance(source, ticket.emailKey().orElseThrow(), target, deadline);
        target.nothingWasMade().ifPresent(failure -> {
            open.find(source).ifPresent(open::end);
            throw failure;
        });
        if (settled instanceof Settled.Refused refused) {
            ask(subject, "no contact could be made of this ticket's holder: " + refused.why());
        } else if (settled instanceof Settled.Review review) {
            ask(subject, "the create of a contact for this ticket's holder needs a look: " + review.why());
        } else if (settled instanceof Settled.Linked) {
            run.journal().done(operation(subject, ticket));
        } else if (settled instanceof Settled.Undone) {
            next = soonest(run.now()); // this create is over, and the ticket is looked at once more
        }
        follow(settled, ticket.emailKey());
    }

    private void follow(Settled settled, OptionalLong emailKey) {
        failures = 0;
        if (settled instanceof Settled.Linked linked) {
            adopt(linked.ref(), emailKey);
        } else if (settled instanceof Settled.Waits waits) {
            next = soonest(waits.at());
        }
    }

    private Optional<Instant> soonest(Instant at) {
        return Optional.of(next.filter(at::isAfter).orElse(at));
    }

    private void ask(String subject, String why) {
        failures = 0;
        run.inTransaction(tx -> NoMember.ask(run, tx, subject, why))
                .ifPresent(question -> run.journal().asked(question, true));
    }

    private KeylessCreates creates(OpenCreates open) {
        return new KeylessCreates(open, TRAITS, run.parts.time(), run.parts.time()::nanos, run.parts.checkpoint()::at);
    }

    /** From now on the address has its member, and the next ticket with it is his. */
    private void adopt(String userId, OptionalLong emailKey) {
        run.inTransaction(tx -> {
            MemberRow known = tx.members().find(List.of(userId)).get(userId);
            long generation = tx.cursors().find(MemberCensus.MEMBERS).generation();
            Map<String, Mark> marks = known == null ? Map.of() : known.marks();
            tx.members().save(List.of(new MemberRow(userId, marks, emailKey, generation, false)));
            tx.work().mark(List.of(userId), Lane.LIVE, run.now());
            return true;
        });
        run.checkpoint("adopted");
        found++;
    }

    /** What is about one ticket is named and left for the next run; what is about the service ends this one. */
    private void guarded(String subject, Runnable work) {
        WorkLoop.stopIfInterrupted();
        try {
            work.run();
        } catch (ApiException | UnknownTicketException failure) {
            WorkLoop.stopIfInterrupted();
            boolean ends = failure instanceof AuthException
                    || (failure instanceof ThrottledException throttled && throttled.quota() == Quota.DAILY)
                    || ++failures >= MOST_FAILURES;
            if (ends) {
                throw failure;
            }
            if (failure instanceof ThrottledException throttled) {
                next = soonest(run.now().plus(throttled.retryAfter().orElse(BURST)));
            } else {
                run.journal().failed(subject, Failures.text(failure));
            }
        }
    }
}
