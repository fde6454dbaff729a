package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Set;

/** The issued ticket's id in a field of the member. */
final class TicketIdField implements FieldMapper {
    private final String field;

    /** @param field the member's field, by its name on the wire */
    TicketIdField(String field) {
        this.field = field;
    }

    @Override
    public String name() {
        return Fields.TICKET_ID;
    }

    @Override
    public Value left(Member member) {
        return member.field(field);
    }

    @Override
    public Value right(Registration registration) {
        String id = registration.ticket().ticketId();
        return id == null ? Value.unseen() : Value.of(id);
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        throw new UnsupportedOperationException("the id of a ticket is Accelevents' own");
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        value.text().ifPresent(id -> draft.field(field, id));
    }

    @Override
    public Direction direction() {
        return Direction.RIGHT_TO_LEFT;
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(field);
    }

    @Override
    public Set<String> rightReads() {
        return Set.of("ticketId");
    }
}
