package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the two records of a pair name each other, so that people find one from the other without the store. */
final class Alignment {
    static final String STANDARD_LABEL = "Member ID";

    private final Run run;
    private final Neighbours neighbours;
    private final String label;
    private final Optional<FieldMapper> memberId;
    private final Optional<FieldMapper> ticketId;
    private Optional<Boolean> asksForMember = Optional.empty();

    Alignment(Run run, Neighbours neighbours) {
        this.run = run;
        this.neighbours = neighbours;
        this.label = run.parts.workflow().memberIdLabel().orElse(STANDARD_LABEL);
        this.memberId = run.mapping.fields().stream()
                .filter(field -> field.formField().filter(label::equals).isPresent())
                .findFirst();
        this.ticketId = run.mapping.field(Fields.TICKET_ID);
    }

    /** The ticket by our tag or the answer; the member where a field for the ticket is mapped. */
    boolean isAligned(Link link, TicketRow ticket, Map<String, Mark> left, Map<String, Mark> right) {
        return ticketNames(link, ticket, left, right) && memberNames(link, left, right);
    }

    /** The fields that could name the other record and do not. */
    List<String> blanks(Link link, TicketRow ticket, Map<String, Mark> left, Map<String, Mark> right) {
        List<String> blanks = new ArrayList<>();
        if (!ticketNames(link, ticket, left, right) && asksForMember()) {
            blanks.add(Fields.memberId(label).name());
        }
        if (!memberNames(link, left, right)) {
            blanks.add(Fields.TICKET_ID);
        }
        return blanks;
    }

    private boolean ticketNames(Link link, TicketRow ticket, Map<String, Mark> left, Map<String, Mark> right) {
        return ticket.tag().filter(link.userId()::equals).isPresent()
                || memberId.map(field -> agree(field, link, left, right))
                        .orElseGet(() -> neighbours.saw(link.userId(), ticket.ref()));
    }

    private boolean memberNames(Link link, Map<String, Mark> left, Map<String, Mark> right) {
        return ticketId.map(field -> agree(field, link, left, right)).orElse(true);
    }

    /** Where a side is not seen, what was last agreed on is what is known. */
    private static boolean agree(FieldMapper field, Link link, Map<String, Mark> left, Map<String, Mark> right) {
        Optional<Base> base = Optional.ofNullable(link.base().get(field.name()));
        Mark member = seen(left.get(field.name()), base.map(Base::left));
        Mark ticket = seen(right.get(field.name()), base.map(Base::right));
        return !member.isBlank() && member.agrees(ticket);
    }

    private static Mark seen(@Nullable Mark now, Optional<Mark> agreed) {
        return now == null || now.isUnseen() ? agreed.orElse(Mark.UNSEEN) : now;
    }

    /** Looked up once, and only for a ticket that does not name its member. */
    private boolean asksForMember() {
        if (asksForMember.isEmpty()) {
            asksForMember = Optional.of(memberId.isPresent() || run.desk.form().has(label));
        }
        return asksForMember.get();
    }
}
