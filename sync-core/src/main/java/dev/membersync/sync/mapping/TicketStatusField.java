package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Set;

/** The ticket's status, watched: the attendee list shows it, and not what it means for the registration. */
final class TicketStatusField implements FieldMapper {
    @Override
    public String name() {
        return "ticketStatus";
    }

    @Override
    public Value left(Member member) {
        return Value.unseen();
    }

    @Override
    public Value right(Registration registration) {
        return registration.standing().ticket();
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        // watched: written to neither side
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        // watched: written to neither side
    }

    @Override
    public Direction direction() {
        return Direction.RIGHT_TO_LEFT;
    }

    @Override
    public boolean isWatched() {
        return true;
    }

    @Override
    public Set<String> leftReads() {
        return Set.of();
    }

    @Override
    public Set<String> rightWrites() {
        return Set.of();
    }
}
