package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Set;

/** The plan of a member, from the type of the ticket. */
public record TypeToPlan(Strength strength) implements FieldMapper {
    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Direction direction() {
        return Direction.RIGHT_TO_LEFT;
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(MemberDraft.PLAN_ID);
    }

    @Override
    public Set<String> rightReads() {
        return Set.of(Fields.TICKET_TYPE);
    }

    @Override
    public Value left(Member member) {
        return member.planId();
    }

    @Override
    public Value right(Registration registration) {
        return registration.ticketTypeId();
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {}

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        draft.planId(value.text().orElse(""));
    }
}
