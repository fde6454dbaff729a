package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import java.util.HashMap;
import java.util.Map;

/** Members and registrations to map, and what a draft makes of a registration. */
final class People {
    private People() {}

    static Member member(String fullName, String email) {
        return new Member("u1", Value.of(email), Value.of(fullName), Value.of("active"), Value.of("gold"), Map.of());
    }

    static Member named(Value fullName) {
        return new Member("u1", Value.absent(), fullName, Value.absent(), Value.absent(), Map.of());
    }

    static Member reachedAt(Value email) {
        return new Member("u1", email, Value.absent(), Value.absent(), Value.absent(), Map.of());
    }

    static Member onPlan(Value plan, Value status) {
        return new Member("u1", Value.absent(), Value.absent(), status, plan, Map.of());
    }

    static Registration registration(Value first, Value last, Value email) {
        return new Registration(
                new TicketRef("t1", null, null, null),
                Registration.Access.LIVE,
                first,
                last,
                email,
                Value.of("11"),
                Map.of());
    }

    static Registration blank() {
        return registration(Value.absent(), Value.absent(), Value.absent());
    }

    static Registration unseen() {
        Value unseen = Value.unseen();
        return new Registration(
                new TicketRef("t1", null, null, null),
                Registration.Access.LIVE,
                unseen,
                unseen,
                unseen,
                unseen,
                Map.of());
    }

    /** The member after the service took the draft as it is. */
    static Member after(Member before, MemberDraft draft) {
        Map<String, Value> fields = new HashMap<>(before.fields());
        draft.values().forEach((name, text) -> fields.put(name, Value.of(text)));
        return new Member(
                before.userId(),
                draft.field(MemberDraft.EMAIL).map(Value::of).orElse(before.email()),
                draft.field(MemberDraft.FULL_NAME).map(Value::of).orElse(before.fullName()),
                before.status(),
                before.planId(),
                fields);
    }

    /** The registration after the service took the draft as it is. */
    static Registration after(Registration before, RegistrationDraft draft) {
        Map<String, Value> answers = new HashMap<>(before.answers());
        draft.answers().forEach((label, text) -> answers.put(label, Value.of(text)));
        return new Registration(
                before.ticket(),
                before.access(),
                draft.firstName().map(Value::of).orElse(before.firstName()),
                draft.lastName().map(Value::of).orElse(before.lastName()),
                draft.email().map(Value::of).orElse(before.email()),
                draft.ticketType().map(Value::of).orElse(before.ticketTypeId()),
                answers);
    }
}
