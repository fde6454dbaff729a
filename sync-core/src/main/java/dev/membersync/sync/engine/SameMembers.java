package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.review.HygieneFinding.Kind;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Members with one address or one phone number. Two walks through them: which keys repeat, and whose they are. */
final class SameMembers {
    private static final int MOST_NAMED = 20;

    private final Hygiene hygiene;

    SameMembers(Hygiene hygiene) {
        this.hygiene = hygiene;
    }

    void look() {
        look(Kind.SAME_EMAIL, MemberRow::emailKey, "have one e-mail address");
        look(Kind.SAME_PHONE, SameMembers::phone, "have one phone number");
    }

    private void look(Kind kind, Function<MemberRow, OptionalLong> key, String what) {
        Repeated keys = new Repeated();
        walk(row -> key.apply(row).ifPresent(keys::add));
        Set<Long> repeated = keys.find();
        if (repeated.isEmpty()) {
            return;
        }
        Map<Long, Group> groups = new TreeMap<>();
        walk(row -> key.apply(row).stream()
                .filter(repeated::contains)
                .forEach(one ->
                        groups.computeIfAbsent(one, unused -> new Group()).add(row.userId())));
        groups.values().forEach(group -> tell(kind, group, what));
    }

    private void tell(Kind kind, Group group, String what) {
        List<String> tickets = hygiene.in(tx -> hygiene.tickets(tx, group.named).stream()
                .map(TicketRow::ref)
                .map(ref -> ref.shown())
                .toList());
        hygiene.find(
                kind,
                group.named,
                tickets,
                "the members " + String.join(", ", group.named)
                        + (group.size > group.named.size() ? " and " + (group.size - group.named.size()) + " more" : "")
                        + " " + what
                        + (tickets.isEmpty() ? "" : "; registered with ticket " + String.join(", ", tickets)));
    }

    private static OptionalLong phone(MemberRow row) {
        Mark mark = row.marks().getOrDefault(Fields.PHONE, Mark.UNSEEN);
        return mark.kind() == Value.Kind.TEXT ? OptionalLong.of(mark.hash()) : OptionalLong.empty();
    }

    private void walk(Consumer<MemberRow> work) {
        hygiene.pages(
                (tx, after, limit) -> tx.members().page(after, limit),
                "",
                MemberRow::userId,
                (tx, page) -> page.stream().filter(hygiene::isThere).forEach(work));
    }

    private static final class Group {
        private final List<String> named = new ArrayList<>();
        private long size;

        void add(String userId) {
            size++;
            if (named.size() < MOST_NAMED) {
                named.add(userId);
            }
        }
    }
}
