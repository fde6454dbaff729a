package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ready field mappers, from the member to the registration unless a direction is given. Thread-safe. */
public final class Fields {
    /** The name of the field {@link #name()}. */
    public static final String NAME = "name";

    /** The name of the field {@link #email()}. */
    public static final String EMAIL = "email";

    /** The name of the field {@link #ticketType}. */
    public static final String TICKET_TYPE = "ticketType";

    /** The name of the field {@link #registrationStatus}. */
    public static final String REGISTRATION_STATUS = "registrationStatus";

    /** The name of the field {@link #registrationTag}. */
    public static final String REGISTRATION_TAG = "registrationTag";

    /** The name of the field {@link #plan}. */
    public static final String PLAN = "plan";

    /** The name of the field {@link #ticketId}. */
    public static final String TICKET_ID = "ticketId";

    /** The name of the field {@link #watchedPhone}. */
    public static final String PHONE = "phone";

    /** What a registration says in a field {@link #enrolment} once it is in that state. */
    public static final Value REACHED = Value.of("reached");

    /** What the names of answers begin with. */
    static final String ANSWER = "answer:";
    /** What the names of the fields {@link #enrolment} begin with. */
    private static final String ENROLLED = "enrolled:";

    private Fields() {}

    /**
     * {@code name}: the full name as first and last name, by the rules of {@link PersonName}; required to register. Held
     * when it is missing, broken, too long or ends with {@code -}.
     */
    public static FieldMapper name() {
        return name(Direction.LEFT_TO_RIGHT);
    }

    /** {@link #name()}, flowing so. Written to a member, a name of one part has no last name. */
    public static FieldMapper name(Direction direction) {
        return new NameField(direction);
    }

    /**
     * {@code email}: the address as the member writes it, trimmed, compared by the rules of {@link EmailAddress};
     * required to register. Held when it is missing, broken, no address, or longer than 75 UTF-16 units (DOC).
     */
    public static FieldMapper email() {
        return email(UnaryOperator.identity());
    }

    /** {@link #email()}, flowing so. */
    public static FieldMapper email(Direction direction) {
        return new EmailField(UnaryOperator.identity(), direction);
    }

    /**
     * {@link #email()}, with domains compared in another form.
     *
     * @param domains as in {@link EmailAddress#of(String, UnaryOperator)}
     */
    public static FieldMapper email(UnaryOperator<String> domains) {
        return new EmailField(domains, Direction.LEFT_TO_RIGHT);
    }

    /**
     * An answer of the registration form, seen by a detail read only. The field's name is {@code answer:} and the label:
     * another label is another field, so its answers are written afresh. White space inside is written as it is and
     * compared as one blank; an emptied value clears the answer; a text with control characters is held.
     *
     * @param label the form field's label
     * @param source the member's value
     */
    public static FieldMapper answer(String label, Function<Member, Value> source) {
        return new AnswerField(label, source, "", Direction.LEFT_TO_RIGHT);
    }

    /**
     * A member's own field as an {@link #answer}, flowing so. Lists do not show answers: a changed answer is found when
     * the member changes too, and in the sample that each run reads in detail.
     *
     * @param label the form field's label
     * @param field the member's field, by its name on the wire
     */
    public static FieldMapper answer(String label, String field, Direction direction) {
        return new AnswerField(label, member -> member.field(field), field, direction);
    }

    /** The membership status as an {@link #answer}. */
    public static FieldMapper status(String label) {
        return new AnswerField(label, Member::status, MemberDraft.STATUS, Direction.LEFT_TO_RIGHT);
    }

    /** False for an {@link #answer} to a question that is not among these labels: it would be written into nowhere. */
    public static boolean isAsked(FieldMapper field, Collection<String> labels) {
        return field.formField().map(labels::contains).orElse(true);
    }

    /** The member's identity as an {@link #answer}: the tag by which a lost store is rebuilt. */
    public static FieldMapper memberId(String label) {
        return new AnswerField(label, member -> Value.of(member.userId()), "userId", Direction.LEFT_TO_RIGHT);
    }

    /**
     * Begins a field that is said and not programmed, with the place its value comes from; {@link FieldSource#to} says where
     * it goes.
     *
     * <pre>{@code
     * FieldMapper company = Fields.from("member.field(company)").to("answer(Company)").bothWays();
     * }</pre>
     *
     * @param path as {@link FieldPath} spells it
     * @throws MappingException when it is no place
     */
    public static FieldSource from(String path) {
        return FieldSource.path(FieldPath.parse(path));
    }

    /**
     * Likewise, with a text that has places of one side in braces: {@code "{member.fullName} ({member.planId})"}. Where one
     * of them has no text, neither has the field.
     *
     * @throws MappingException when it has no places, one that is none, or places of both sides
     */
    public static FieldSource template(String template) {
        return FieldSource.template(template);
    }

    /** Likewise, with one text for everybody. */
    public static FieldSource constant(String text) {
        return FieldSource.constant(text);
    }

    /**
     * {@code ticketType}: the ticket type by plan, status or {@code *}; required to register. Unseen when the plan is
     * not seen; held when no row, or no ticket type of the event, fits the member.
     */
    public static FieldMapper ticketType(TicketTypes types) {
        return new TicketTypeField(types);
    }

    /**
     * {@code registrationStatus}: the state of the registration, written to the member. Where replies do not carry it, what
     * was sent last is what is known. Held when Accelevents shows a word that is not known.
     */
    public static FieldMapper registrationStatus(StateWords words) {
        return new StateField(words);
    }

    /**
     * {@code registrationTag}: the state of the registration as a tag of the member. Of the tags that the pattern makes of
     * all states the one for this state is added, and the others are taken away; other tags are never touched.
     *
     * @param pattern the tag, with {@code {state}} where the state's word stands; lower case is written
     */
    public static FieldMapper registrationTag(String pattern, StateWords words) {
        return new StateTagField(words.in(pattern));
    }

    /**
     * {@code plan}: the plan that a ticket type brings to a member who has none; written into a blank plan only, and where
     * replies do not carry a plan, once. A ticket that membersync ordered brings no plan.
     *
     * @param table plans by the names of ticket types, looked up as written, else whatever their case
     * @param catalogue the ticket types of the event
     */
    public static FieldMapper plan(Map<String, String> table, List<TicketTypeInfo> catalogue) {
        return new PlanField(table, catalogue);
    }

    /** {@code ticketId}: the issued ticket's id, written into a field of the member. */
    public static FieldMapper ticketId(String field) {
        return new TicketIdField(field);
    }

    /**
     * {@code enrolled:} and the state: the registration is in that state, which puts its member into this workflow, once. A
     * call that cannot be repeated and that no read shows: the engine makes it after all other writes to the member.
     *
     * @param workflowId the id that HighLevel shows in the address of the workflow's page
     */
    public static FieldMapper enrolment(RegistrationState state, String workflowId) {
        return new EnrolmentField(state, workflowId);
    }

    /** The name of the field {@link #enrolment} for this state. */
    public static String enrolled(RegistrationState state) {
        return ENROLLED + state.word();
    }

    /** True for the name of a field {@link #enrolment}. */
    public static boolean isEnrolment(String field) {
        return field.startsWith(ENROLLED);
    }

    /** The ticket's status, written to neither side: when it changes, the registration is read before it is decided about. */
    public static FieldMapper watchedTicketStatus() {
        return new TicketStatusField();
    }

    /** A field of the holder, written to neither side: what tells a ticket that was given to somebody else. */
    public static FieldMapper watchedHolder(FieldMapper field) {
        return new HolderField(field);
    }

    /**
     * {@code phone}: the member's number with its country, such as {@code +44 20 7946 0000}, written to neither side: what
     * tells two members who may be one person. White space, hyphens, dots and brackets do not count; a number without a
     * country is as if it were absent.
     */
    public static FieldMapper watchedPhone() {
        return new PhoneField();
    }
}
