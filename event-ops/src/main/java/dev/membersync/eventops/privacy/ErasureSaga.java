package dev.membersync.eventops.privacy;

import dev.membersync.eventops.privacy.EventSide.Role;
import dev.membersync.eventops.privacy.SystemResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Erases people, step by step. What a step did is written down in the transaction that ends it, and each step may be done
 * again, so an erasure that was killed anywhere goes on where it was. Thread-safe as far as its ports are; two processes that
 * go on with one erasure at once do twice what may be done twice, and leave one receipt.
 */
public final class ErasureSaga {
    private static final Duration BUSY = Duration.ofMinutes(15);
    private static final String HOLDERS = "accelevents ";
    private static final int ID_BYTES = 8;
    static final String NOTE = "the note of the order holds the member's id, and no way to change a note is documented";
    private static final String ANOTHER =
            "a ticket of the member shows another name and another address: look whose it is";
    private static final String UNKNOWN_EVENT =
            "no workflow of the file has this event any more: overwrite the answers of the ticket by hand";
    private static final String UNKNOWN_TICKET = "no order has shown the id of a ticket: overwrite its answers by hand";
    private static final String UNKNOWN_ORDER = "no list has shown the order of a ticket: look at its buyer's answers";
    static final String DOUBT =
            "tickets show the same address and another name, and are linked to nobody: look whose they are";

    private final PersonalData data;
    private final ErasureBooks books;
    private final SyncMemory memory;
    private final Map<String, EventSide> events = new HashMap<>();
    private final OpenTickets tickets;
    private final ErasurePolicy policy;
    private final Receipts receipts;
    private final OwnerFiles files;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Consumer<String> checkpoint;

    ErasureSaga(PersonalData data, ErasureOptions options) {
        this.data = data;
        this.books = options.books();
        this.memory = data.memory();
        data.events().forEach(event -> events.put(event.place(), event));
        this.tickets = data.tickets();
        this.policy = options.policy();
        this.receipts = new Receipts(options.key());
        this.files = new OwnerFiles(options.folder());
        this.clock = options.clock();
        this.random = options.random();
        this.checkpoint = options.checkpoint();
    }

    /** An erasure of what these systems hold. */
    public static ErasureSaga of(PersonalData data, ErasureOptions options) {
        return new ErasureSaga(data, options);
    }

    /** What an erasure of this person would come to; reads only. */
    public List<SystemResult> plan(String userId) {
        return new ErasurePlan(data, policy, now()).of(userId);
    }

    /** Writes an erasure down and freezes the person; one that is under way is that one. */
    public Erasure request(String userId) {
        Instant now = now();
        Erasure erasure = books.inTransaction(tx -> find(tx, userId).orElseGet(() -> {
            String id = hex();
            Erasure fresh = new Erasure(
                    id,
                    userId,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    false,
                    "erased-" + hex() + "@" + policy.domain(),
                    now,
                    now.plus(policy.grace()),
                    Erasure.Step.REQUESTED);
            tx.put(fresh);
            return fresh;
        }));
        checkpoint.accept("requested");
        memory.bar(List.of(memory.keys.user(userId)), now);
        return erasure;
    }

    /**
     * Takes an erasure back before its time has come: the person is synchronised again.
     *
     * @return false when there is none that can be taken back
     */
    public boolean cancel(String userId) {
        Optional<Erasure> open = books.inTransaction(tx -> find(tx, userId))
                .filter(erasure -> erasure.step().compareTo(Erasure.Step.FROZEN) <= 0);
        open.ifPresent(erasure -> {
            List<Long> hashes = new ArrayList<>(List.of(memory.keys.user(userId)));
            if (erasure.barsAddress()) {
                erasure.address().ifPresent(hashes::add);
            }
            memory.lift(userId, hashes, now());
            books.inTransaction(tx -> {
                tx.close(erasure.id());
                return true;
            });
        });
        return open.isPresent();
    }

    /** Goes on with every erasure as far as it goes now. */
    public List<Progress> advance() {
        List<Progress> progress = books.inTransaction(ErasureBooks.Tx::open).stream()
                .map(this::advance)
                .toList();
        publish();
        return progress;
    }

    /** Goes on with the erasure of this person; empty when there is none under way. */
    public Optional<Progress> advance(String userId) {
        Optional<Progress> progress =
                books.inTransaction(tx -> find(tx, userId)).map(this::advance);
        publish();
        return progress;
    }

    private static Optional<Erasure> find(ErasureBooks.Tx tx, String userId) {
        return tx.open().stream()
                .filter(erasure -> erasure.userId().equals(userId))
                .findFirst();
    }

    private Progress advance(Erasure from) {
        Erasure at = from;
        while (true) {
            checkpoint.accept("before " + at.step());
            switch (at.step()) {
                case REQUESTED -> {
                    at = identify(at);
                    if (!memory.isFree(at.userId(), now())) {
                        return Progress.waits(at, now().plus(BUSY), "a run is at work on the person");
                    }
                    at = write(at.at(Erasure.Step.FROZEN), List.of());
                }
                case FROZEN -> {
                    if (now().isBefore(at.runsAt())) {
                        return Progress.waits(at, at.runsAt(), "it can be taken back until then");
                    }
                    at = list(identify(at));
                }
                case LISTED -> at = keep(at);
                case KEPT -> at = overwrite(at);
                case OVERWRITTEN -> at = remove(at);
                case REMOVED -> at = revoke(at);
                case REVOKED -> at = forget(at);
                case FORGOTTEN -> {
                    return finish(at);
                }
            }
        }
    }

    /** Bars the address that the member has now; what it was is known from before. */
    private Erasure identify(Erasure erasure) {
        memory.bar(List.of(memory.keys.user(erasure.userId())), now());
        Optional<Sheet> member = data.members().find(erasure.userId());
        OptionalLong address = member.map(memory::address).orElse(OptionalLong.empty());
        OptionalLong name = member.map(memory::name).orElse(OptionalLong.empty());
        boolean fresh = address.isPresent()
                && (address.equals(erasure.address()) ? erasure.barsAddress() : !memory.isBarred(address.getAsLong()));
        Erasure known =
                write(erasure.knowing(address, name, address.isPresent() ? fresh : erasure.barsAddress()), List.of());
        checkpoint.accept("identified");
        address.ifPresent(hash -> memory.bar(List.of(hash), now()));
        return known;
    }

    private Erasure list(Erasure erasure) {
        SyncMemory.Found found = memory.tickets(erasure);
        List<SystemResult> results = new ArrayList<>();
        found.doubtful().forEach((place, count) -> results.add(open(erasure, HOLDERS + place, count, DOUBT)));
        found.orders()
                .forEach((place, order) -> results.add(open(
                        erasure,
                        HOLDERS + place,
                        1,
                        "a registration was under way: whether order " + order
                                + " was paid is not known, so look at it and overwrite its answers")));
        books.inTransaction(tx -> {
            found.own().forEach(ticket -> tx.put(erasure.id(), ticket));
            return true;
        });
        return write(erasure.at(Erasure.Step.LISTED), results);
    }

    private Erasure keep(Erasure erasure) {
        if (policy.keep() == ErasurePolicy.Keep.NOTHING) {
            return write(erasure.at(Erasure.Step.KEPT), List.of());
        }
        SubjectExport export = new SubjectExport(data);
        Map<String, Object> kept = policy.keep() == ErasurePolicy.Keep.PAYMENTS
                ? export.payments(erasure.userId())
                : export.everything(erasure.userId());
        files.write("kept-" + erasure.id() + ".json", Json.write(kept));
        return write(
                erasure.at(Erasure.Step.KEPT),
                List.of(SystemResult.of(
                        "file",
                        Outcome.KEPT,
                        1,
                        "what the policy keeps is in kept-" + erasure.id()
                                + ".json, with personal data; delete it when the law lets you")));
    }

    private Erasure overwrite(Erasure erasure) {
        for (ErasureTicket ticket : books.inTransaction(tx -> tx.tickets(erasure.id()))) {
            if (!ticket.done()) {
                List<SystemResult> results = overwrite(erasure, ticket);
                checkpoint.accept("overwritten");
                books.inTransaction(tx -> {
                    tx.put(erasure.id(), ticket.ended());
                    results.forEach(result -> tx.add(erasure.id(), result));
                    return true;
                });
            }
        }
        return write(erasure.at(Erasure.Step.OVERWRITTEN), List.of());
    }

    private List<SystemResult> overwrite(Erasure erasure, ErasureTicket ticket) {
        String system = HOLDERS + ticket.place();
        EventSide event = events.get(ticket.place());
        Optional<Sheet> holder = event == null || ticket.ref().ticketId() == null
                ? Optional.empty()
                : event.read(ticket.ref(), Role.HOLDER);
        if (holder.filter(sheet -> isAnother(erasure, sheet)).isPresent()) {
            return List.of(open(erasure, system, 1, ANOTHER));
        }
        memory.bar(memory.keys.ticket(ticket.ref()), now());
        List<SystemResult> results = new ArrayList<>();
        if (ticket.ours()) {
            results.add(open(erasure, system, 1, NOTE));
        }
        if (event == null || ticket.ref().ticketId() == null) {
            results.add(open(erasure, system, 1, event == null ? UNKNOWN_EVENT : UNKNOWN_TICKET));
            return results;
        }
        results.addAll(buyer(erasure, event, ticket, holder));
        checkpoint.accept("buyer overwritten");
        results.add(
                holder.isEmpty()
                        ? SystemResult.of(system, Outcome.NOTHING, 1, "the ticket is gone")
                        : overwrite(erasure, event, ticket, Role.HOLDER));
        return results;
    }

    /** Of a ticket that shows another name and another address nobody overwrites anything: somebody else may hold it. */
    private boolean isAnother(Erasure erasure, Sheet holder) {
        return !holder.email().equals(erasure.placeholder())
                && erasure.address().isPresent()
                && erasure.name().isPresent()
                && !memory.address(holder).equals(erasure.address())
                && !memory.name(holder).equals(erasure.name());
    }

    private List<SystemResult> buyer(Erasure erasure, EventSide event, ErasureTicket ticket, Optional<Sheet> holder) {
        if (ticket.ref().orderId() == null) {
            return List.of(open(erasure, HOLDERS + event.place(), 1, UNKNOWN_ORDER));
        }
        OptionalLong address = holder.map(memory::address).orElse(OptionalLong.empty());
        return event.read(ticket.ref(), Role.BUYER)
                .filter(buyer -> isPerson(memory.address(buyer), erasure.address(), address))
                .map(buyer -> List.of(overwrite(erasure, event, ticket, Role.BUYER)))
                .orElse(List.of());
    }

    /** A buyer is the person when he has the member's address, or that of the holder of the person's own ticket. */
    private static boolean isPerson(OptionalLong buyer, OptionalLong member, OptionalLong holder) {
        return buyer.isPresent() && (buyer.equals(member) || buyer.equals(holder));
    }

    private SystemResult overwrite(Erasure erasure, EventSide event, ErasureTicket ticket, Role role) {
        String system = HOLDERS + event.place();
        String whose = role == Role.HOLDER ? "the holder's answers" : "the buyer's answers";
        List<String> left = event.overwrite(ticket.ref(), role, erasure.placeholder());
        return left.isEmpty()
                ? SystemResult.of(system, Outcome.ERASED, 1, whose + " are overwritten, the ticket stays")
                : open(erasure, system, 1, whose + " could not be overwritten: " + String.join(", ", left));
    }

    private Erasure remove(Erasure erasure) {
        MembersSide members = data.members();
        boolean seen = erasure.address().isPresent() || erasure.name().isPresent();
        if (!seen && members.find(erasure.userId()).isEmpty()) {
            SystemResult none = SystemResult.of(members.system(), Outcome.NOTHING, 0, "there is no such member");
            return write(erasure.at(Erasure.Step.REMOVED), List.of(none));
        }
        MembersSide.Ending ending = members.end(erasure.userId(), policy.contact(), erasure.placeholder());
        SystemResult result = ending.erased()
                ? SystemResult.of(members.system(), Outcome.ERASED, 1, "the member is erased")
                : open(erasure, members.system(), 1, String.join(", ", ending.open()));
        return write(erasure.at(Erasure.Step.REMOVED), List.of(result));
    }

    private Erasure revoke(Erasure erasure) {
        List<ErasureTicket> own = books.inTransaction(tx -> tx.tickets(erasure.id()));
        if (!policy.revoke()) {
            return write(
                    erasure.at(Erasure.Step.REVOKED),
                    List.of(SystemResult.of("signed tickets", Outcome.KEPT, own.size(), "the policy keeps them")));
        }
        long revoked = own.stream()
                .mapToLong(ticket -> tickets.revoke(ticket.place(), ticket.ref()))
                .sum();
        Outcome outcome = revoked == 0 ? Outcome.NOTHING : Outcome.ERASED;
        return write(
                erasure.at(Erasure.Step.REVOKED),
                List.of(SystemResult.of("signed tickets", outcome, revoked, "revoked: they admit nobody")));
    }

    private Erasure forget(Erasure erasure) {
        List<ErasureTicket> own = books.inTransaction(tx -> tx.tickets(erasure.id()));
        long rows = memory.forget(erasure, own.stream().map(ErasureTicket::ref).toList());
        checkpoint.accept("forgotten");
        return write(
                erasure.at(Erasure.Step.FORGOTTEN),
                List.of(
                        SystemResult.of("store", Outcome.ERASED, rows, "rows deleted, or put under a pseudonym"),
                        SystemResult.of(
                                "audit and payments", Outcome.KEPT, 0, "under the pseudonym " + erasure.pseudonym())));
    }

    private Progress finish(Erasure erasure) {
        Receipt receipt = books.inTransaction(tx -> {
            List<Receipt> before = tx.receipts();
            Optional<Receipt> known =
                    before.stream().filter(one -> one.id().equals(erasure.id())).findFirst();
            Receipt made = known.orElseGet(() -> receipts.next(before, erasure, tx.results(erasure.id()), now()));
            if (known.isEmpty()) {
                tx.add(made);
            }
            tx.close(erasure.id());
            return made;
        });
        checkpoint.accept("closed");
        return new Progress(erasure.id(), erasure.step(), Optional.of(receipt), Optional.empty(), "");
    }

    /** Writes the receipts that have no file yet: the store holds them first. */
    private void publish() {
        books.inTransaction(ErasureBooks.Tx::receipts).stream()
                .filter(receipt -> !files.has(receipt.fileName()))
                .forEach(receipt -> files.write(receipt.fileName(), receipt.text()));
    }

    private Erasure write(Erasure next, List<SystemResult> results) {
        books.inTransaction(tx -> {
            tx.put(next);
            results.forEach(result -> tx.add(next.id(), result));
            return true;
        });
        return next;
    }

    private SystemResult open(Erasure erasure, String system, long count, String note) {
        return SystemResult.open(system, count, note, policy.owner(), ErasurePlan.due(erasure.requestedAt()));
    }

    private String hex() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
