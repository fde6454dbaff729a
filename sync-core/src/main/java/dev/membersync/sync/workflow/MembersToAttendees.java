package dev.membersync.sync.workflow;

import dev.membersync.sync.adapter.FormLabels;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.MappingBuilder;
import dev.membersync.sync.mapping.TicketTypes;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.MatchPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.record.TicketTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The workflow {@code members-to-attendees}: every member with a status that is registered has exactly one ticket, and the
 * ticket follows the member's name, address, plan and status.
 *
 * <p>Reads the Memberships side only, unless {@link #bothWays} or a field that flows to the member says otherwise. Not
 * thread-safe while it is being built.
 */
public final class MembersToAttendees {
    /** The template's id, and the default id of the workflow. */
    public static final String ID = "members-to-attendees";
    /** The template with a ticket type for each plan, and none for everybody else. */
    public static final String BY_PLAN = "members-to-attendees-by-plan";

    private final TicketDesk desk;
    private final Map<String, String> ticketTypes;
    private final List<FieldMapper> more = new ArrayList<>();
    private String id = ID;
    private Statuses statuses = Statuses.standard();
    private String freePayment = "CASH";
    private PaidTickets paidTickets = PaidTickets.REVIEW;
    private boolean moneyMoves;
    private Exchanges exchanges = Exchanges.MAKE;
    private String statusLabel = "Membership Status";
    private String memberIdLabel = "Member ID";
    private GuardPolicy guards = GuardPolicy.standard();
    private MatchPolicy matching = MatchPolicy.standard();
    private FencePolicy fences = FencePolicy.standard();
    private Direction person = Direction.LEFT_TO_RIGHT;
    private UnaryOperator<ReactionPolicy> reactions = UnaryOperator.identity();

    private MembersToAttendees(TicketDesk desk, Map<String, String> ticketTypes) {
        this.desk = desk;
        this.ticketTypes = Map.copyOf(ticketTypes);
    }

    /**
     * Begins the workflow.
     *
     * @param ticketTypes ticket type names by plan, status or {@code *}, looked up in this order
     */
    public static MembersToAttendees of(TicketDesk desk, Map<String, String> ticketTypes) {
        return new MembersToAttendees(desk, ticketTypes);
    }

    /** Another id, for a second workflow of the same event. */
    public MembersToAttendees id(String workflowId) {
        id = workflowId;
        return this;
    }

    /** What a status means; default: {@code active} registers, every other one keeps. */
    public MembersToAttendees statuses(Statuses table) {
        statuses = table;
        return this;
    }

    /** The payment type of a ticket without a price; default {@code CASH} (3RD). */
    public MembersToAttendees freePayment(String word) {
        freePayment = word;
        return this;
    }

    /** What happens to ticket types with a price; default: a person decides. */
    public MembersToAttendees paidTickets(PaidTickets choice) {
        paidTickets = choice;
        return this;
    }

    /** Lets an exchange change the price, and a paid ticket be removed; default: a person decides. */
    public MembersToAttendees allowMoneyMoves() {
        moneyMoves = true;
        return this;
    }

    /** What happens when the member's plan asks for another ticket type; default: it is exchanged. */
    public MembersToAttendees exchanges(Exchanges choice) {
        exchanges = choice;
        return this;
    }

    /** The form field for the membership status; default "Membership Status". */
    public MembersToAttendees statusLabel(String label) {
        statusLabel = label;
        return this;
    }

    /** The form field for the member's identity; default "Member ID". */
    public MembersToAttendees memberIdLabel(String label) {
        memberIdLabel = label;
        return this;
    }

    /** When to stop; default {@link GuardPolicy#standard}. */
    public MembersToAttendees guards(GuardPolicy policy) {
        guards = policy;
        return this;
    }

    /** How a registration that is there is recognised; default {@link MatchPolicy#standard}. */
    public MembersToAttendees matching(MatchPolicy policy) {
        matching = policy;
        return this;
    }

    /** One more mapped field; an {@link Fields#answer} is mapped while the form asks for it. */
    public MembersToAttendees with(FieldMapper field) {
        more.add(field);
        return this;
    }

    /**
     * Lets the holder's name and address flow back to the member; where both sides changed one of them, a person decides.
     * The directory has to write both: contacts have them, users have not.
     */
    public MembersToAttendees bothWays() {
        person = Direction.BOTH;
        return this;
    }

    /** When a pair that will not come to rest is stopped; default {@link FencePolicy#standard}. */
    public MembersToAttendees fences(FencePolicy policy) {
        fences = policy;
        return this;
    }

    /** Changes the table of reactions. */
    public MembersToAttendees reactions(UnaryOperator<ReactionPolicy> change) {
        reactions = change;
        return this;
    }

    /** The workflow. */
    public Workflow build() {
        return new Workflow(
                id,
                desk,
                this::mapping,
                statuses,
                freePayment,
                paidTickets,
                moneyMoves,
                exchanges,
                Optional.of(memberIdLabel),
                guards,
                matching,
                reactions.apply(standardReactions()),
                fences);
    }

    /** Where nothing flows back, the right side is written to and never read: a loss there is nobody's edit. */
    private ReactionPolicy standardReactions() {
        boolean back = person == Direction.BOTH
                || more.stream().anyMatch(field -> field.direction() != Direction.LEFT_TO_RIGHT);
        return back
                ? ReactionPolicy.standard()
                : ReactionPolicy.standard().with(Situation.GONE_AND_EDITED, Reaction.SKIP);
    }

    /** Answers that the form does not ask for are not mapped; {@code doctor} says so once. */
    private Mapping mapping(List<TicketTypeInfo> catalogue, FormLabels form) {
        MappingBuilder mapping = Mapping.of(ID)
                .with(Fields.name(person))
                .with(Fields.email(person))
                .with(Fields.ticketType(TicketTypes.of(ticketTypes, catalogue)));
        if (form.has(statusLabel)) {
            mapping.with(Fields.status(statusLabel));
        }
        if (form.has(memberIdLabel)) {
            mapping.with(Fields.memberId(memberIdLabel));
        }
        more.stream()
                .filter(field -> field.formField().map(form::has).orElse(true))
                .forEach(mapping::with);
        return mapping.build();
    }
}
