package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.WordTable;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The plan that a ticket type brings to a member who has none. */
final class PlanField implements FieldMapper {
    private final WordTable<Entry<String, String>> plans;
    private final Map<String, String> rows;
    private final Map<String, String> names;

    /** @param plans plans by the name of the ticket type */
    PlanField(Map<String, String> plans, List<TicketTypeInfo> catalogue) {
        this.rows = plans;
        this.plans = WordTable.of(plans.entrySet(), Entry::getKey);
        this.names = catalogue.stream().collect(Collectors.toUnmodifiableMap(TicketTypeInfo::id, TicketTypeInfo::name));
    }

    @Override
    public String name() {
        return Fields.PLAN;
    }

    /** What no reply carries is unseen: then a plan is sent once, and never again. */
    @Override
    public Value left(Member member) {
        return member.planId().kind() == Value.Kind.ABSENT ? Value.unseen() : member.planId();
    }

    /** A ticket that membersync ordered follows from the plan, and never the other way. */
    @Override
    public Value right(Registration registration) {
        if (registration.standing().orderedFor().isUnseen()
                || registration.ticketTypeId().isUnseen()) {
            return Value.unseen();
        }
        if (registration.standing().orderedFor().isText() || registration.access() == Registration.Access.ENDED) {
            return Value.absent();
        }
        return registration
                .ticketTypeId()
                .text()
                .map(names::get)
                .map(plans::find)
                .filter(rows -> rows.size() == 1)
                .map(rows -> Value.of(rows.get(0).getValue()))
                .orElseGet(Value::absent);
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        throw new UnsupportedOperationException("a plan is not written to a registration");
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        value.text().ifPresent(draft::planId);
    }

    @Override
    public Direction direction() {
        return Direction.RIGHT_TO_LEFT;
    }

    @Override
    public Strength strength() {
        return Strength.IF_EMPTY;
    }

    @Override
    public Visibility visibility() {
        return Visibility.ORDER;
    }

    @Override
    public boolean isBlindOnLeft() {
        return true;
    }

    @Override
    public FieldDescription describe() {
        return new FieldDescription("member.planId", "registration.ticketType", "as written", new TreeMap<>(rows));
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(MemberDraft.PLAN_ID);
    }

    @Override
    public Set<String> rightReads() {
        return Set.of(Fields.TICKET_TYPE);
    }
}
