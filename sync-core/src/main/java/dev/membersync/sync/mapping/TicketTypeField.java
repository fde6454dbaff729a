package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Set;

/** The ticket type, as its id. */
final class TicketTypeField implements FieldMapper {
    private final TicketTypes types;

    TicketTypeField(TicketTypes types) {
        this.types = types;
    }

    @Override
    public String name() {
        return Fields.TICKET_TYPE;
    }

    @Override
    public Value left(Member member) {
        return member.planId().isUnseen()
                ? Value.unseen()
                : Value.of(types.of(member).id());
    }

    @Override
    public Value right(Registration registration) {
        return registration.ticketTypeId();
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        value.text().ifPresent(draft::ticketType);
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(MemberDraft.PLAN_ID, MemberDraft.STATUS);
    }

    @Override
    public FieldDescription describe() {
        return new FieldDescription(
                "member.planId, else member.status", "registration.ticketType", "the id of the type", types.rows());
    }

    @Override
    public boolean requiredToCreate() {
        return true;
    }
}
