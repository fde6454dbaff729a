package dev.membersync.sync.testing;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import java.util.HashMap;
import java.util.Map;

/** Invented members and registrations for tests of mappers, and what a service that takes a draft as it is makes of one. */
public final class Samples {
    private Samples() {}

    /** A member with a name, an address, a status and a plan. */
    public static Member member() {
        return new Member(
                "u1",
                Value.of("ann.lee@example.org"),
                Value.of("Ann Lee"),
                Value.of("active"),
                Value.of("gold"),
                Map.of());
    }

    /** The same member with one more field. */
    public static Member memberWith(String field, String value) {
        return after(member(), MemberDraft.empty().field(field, value));
    }

    /** A registration with a name, an address and no answers. */
    public static Registration registration() {
        return of(Value.of("Ann"), Value.of("Lee"), Value.of("ann.lee@example.org"), Value.of("11"), Map.of());
    }

    /** The same registration with one answer. */
    public static Registration registrationWith(String label, String answer) {
        return after(registration(), RegistrationDraft.empty().answer(label, answer));
    }

    /** A registration of which nothing was read. */
    public static Registration unseenRegistration() {
        return of(Value.unseen(), Value.unseen(), Value.unseen(), Value.unseen(), Map.of());
    }

    /** The member after the draft was written. */
    public static Member after(Member before, MemberDraft draft) {
        Map<String, Value> fields = new HashMap<>(before.fields());
        draft.values().forEach((name, text) -> fields.put(name, Value.of(text)));
        return new Member(
                before.userId(),
                draft.field(MemberDraft.EMAIL).map(Value::of).orElse(before.email()),
                draft.field(MemberDraft.FULL_NAME).map(Value::of).orElse(before.fullName()),
                draft.field(MemberDraft.STATUS).map(Value::of).orElse(before.status()),
                draft.field(MemberDraft.PLAN_ID).map(Value::of).orElse(before.planId()),
                fields);
    }

    /** The registration after the draft was written. */
    public static Registration after(Registration before, RegistrationDraft draft) {
        Map<String, Value> answers = new HashMap<>(before.answers());
        draft.answers().forEach((label, text) -> answers.put(label, Value.of(text)));
        return of(
                draft.firstName().map(Value::of).orElse(before.firstName()),
                draft.lastName().map(Value::of).orElse(before.lastName()),
                draft.email().map(Value::of).orElse(before.email()),
                draft.ticketType().map(Value::of).orElse(before.ticketTypeId()),
                answers);
    }

    private static Registration of(Value first, Value last, Value email, Value type, Map<String, Value> answers) {
        return new Registration(
                new TicketRef("t1", null, null, null), Registration.Access.LIVE, first, last, email, type, answers);
    }
}
