package dev.membersync.eventops.privacy;

import dev.membersync.eventops.privacy.EventSide.Role;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.store.Audit;
import dev.membersync.sync.store.AuditRow;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Everything that the store and both services show of one person, as one JSON. Values are read live; the store adds what it
 * remembers: links, questions, audit and money. Reads only.
 */
public final class SubjectExport {
    private static final int PAGE = 500;

    private final PersonalData data;

    /** An export from these systems. */
    public SubjectExport(PersonalData data) {
        this.data = data;
    }

    /**
     * Writes the export; the owner of the file alone can read it.
     *
     * @param folder where the file goes, made when it is not there
     * @param name the name of the file; one with that name is replaced
     * @return where it is
     */
    public Path write(String userId, Path folder, String name) {
        return new OwnerFiles(folder).write(name, Json.write(everything(userId)));
    }

    Map<String, Object> everything(String userId) {
        Map<String, Object> all = new LinkedHashMap<>();
        Optional<Sheet> member = data.members().find(userId);
        all.put("userId", userId);
        all.put(data.members().system(), member.map(Sheet::values).orElse(Map.of()));
        all.put("accelevents", tickets(userId, member));
        all.put("store", remembered(userId, SubjectExport::all));
        return all;
    }

    /** Name, address and money. */
    Map<String, Object> payments(String userId) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("userId", userId);
        data.members().find(userId).ifPresent(member -> {
            all.put("name", member.name());
            all.put("email", member.email());
        });
        all.put("store", remembered(userId, SubjectExport::money));
        return all;
    }

    private List<Map<String, Object>> tickets(String userId, Optional<Sheet> member) {
        SyncMemory memory = data.memory();
        Erasure looking = Erasure.looking(
                userId,
                member.map(memory::address).orElse(OptionalLong.empty()),
                member.map(memory::name).orElse(OptionalLong.empty()));
        List<Map<String, Object>> tickets = new ArrayList<>();
        for (ErasureTicket ticket : memory.tickets(looking).own()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("event", ticket.place());
            shown.put("ticket", ticket.ref().shown());
            Optional.ofNullable(ticket.ref().orderId()).ifPresent(order -> shown.put("order", order));
            data.events().stream()
                    .filter(event -> event.place().equals(ticket.place()))
                    .forEach(event -> answers(event, ticket, looking.address(), shown));
            shown.put("checkIn", data.tickets().shown(ticket.place(), ticket.ref()));
            tickets.add(shown);
        }
        return tickets;
    }

    /** Of a buyer only what is the person's own. */
    private void answers(EventSide event, ErasureTicket ticket, OptionalLong address, Map<String, Object> shown) {
        Optional<Sheet> holder = event.read(ticket.ref(), Role.HOLDER);
        holder.ifPresent(sheet -> shown.put("holder", sheet.values()));
        OptionalLong own = holder.map(data.memory()::address).orElse(OptionalLong.empty());
        event.read(ticket.ref(), Role.BUYER)
                .filter(buyer -> {
                    OptionalLong whose = data.memory().address(buyer);
                    return whose.isPresent() && (whose.equals(address) || whose.equals(own));
                })
                .ifPresent(buyer -> shown.put("buyer", buyer.values()));
    }

    private interface Rows {
        Map<String, Object> of(Tx tx, String userId);
    }

    private List<Map<String, Object>> remembered(String userId, Rows rows) {
        List<Map<String, Object>> scopes = new ArrayList<>();
        for (Scope scope : data.memory().scopes(userId)) {
            Map<String, Object> found = data.memory().in(scope, tx -> rows.of(tx, userId));
            if (!found.isEmpty()) {
                Map<String, Object> shown = new LinkedHashMap<>();
                shown.put("workflow", scope.workflow());
                shown.put("event", SyncMemory.place(scope));
                shown.putAll(found);
                scopes.add(shown);
            }
        }
        return scopes;
    }

    private static Map<String, Object> all(Tx tx, String userId) {
        Map<String, Object> found = new LinkedHashMap<>();
        Optional.ofNullable(tx.links().find(List.of(userId)).get(userId))
                .ifPresent(link -> found.put("link", link(tx, link)));
        tx.intents()
                .find(userId)
                .ifPresent(intent -> found.put("openCreate", intent.step().name()));
        tx.work().find(userId).ifPresent(item -> found.put("due", item.dueAt().toString()));
        Optional.ofNullable(tx.deadLetters().find(List.of(userId)).get(userId))
                .map(DeadLetter::why)
                .ifPresent(why -> found.put("givenUpBecause", why));
        List<String> questions = Stream.concat(
                        tx.reviews().openAbout(List.of(userId)).stream(), tx.reviews().answered(userId).stream())
                .map(review -> review.kind() + ": " + review.reason())
                .distinct()
                .sorted()
                .toList();
        if (!questions.isEmpty()) {
            found.put("questions", questions);
        }
        List<Map<String, Object>> audit = audit(tx, userId);
        if (!audit.isEmpty()) {
            found.put("audit", audit);
        }
        found.putAll(money(tx, userId));
        return found;
    }

    private static Map<String, Object> link(Tx tx, Link link) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Optional.ofNullable(tx.tickets().find(List.of(link.ticketRow())).get(link.ticketRow()))
                .map(TicketRow::ref)
                .ifPresent(ref -> shown.put("ticket", ref.shown()));
        shown.put("state", link.state().name());
        shown.put("fieldsCompared", link.base().keySet().stream().sorted().toList());
        return shown;
    }

    private static List<Map<String, Object>> audit(Tx tx, String userId) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long after = 0;
        List<Audit.Entry> page = tx.audit().page(after, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(Audit.Entry::row)
                    .filter(row -> row.userId().equals(userId))
                    .forEach(row -> rows.add(row(row)));
            after = page.get(page.size() - 1).seq();
            page = tx.audit().page(after, PAGE);
        }
        return rows;
    }

    /** What was written where and when: the ledger of recipients. */
    private static Map<String, Object> row(AuditRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("at", row.at().toString());
        shown.put("operation", row.operation());
        shown.put("ticket", row.ticket());
        shown.put("fields", row.fields());
        shown.put("outcome", row.outcome());
        return shown;
    }

    private static Map<String, Object> money(Tx tx, String userId) {
        List<Map<String, Object>> facts = new ArrayList<>();
        Optional<Fact> last = Optional.empty();
        List<Fact> page;
        do {
            page = tx.payments().facts(last.map(Fact::key), PAGE);
            page.stream()
                    .filter(fact -> fact.about().userId().filter(userId::equals).isPresent())
                    .forEach(fact -> facts.add(fact(fact)));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        return facts.isEmpty() ? Map.of() : Map.of("payments", facts);
    }

    private static Map<String, Object> fact(Fact fact) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("fact", fact.key().toString());
        shown.put("amount", fact.money().toString());
        shown.put("at", fact.at().toString());
        fact.about().order().ifPresent(order -> shown.put("order", order));
        return shown;
    }
}
