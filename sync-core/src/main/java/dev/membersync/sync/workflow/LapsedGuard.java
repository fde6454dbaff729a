package dev.membersync.sync.workflow;

import dev.membersync.sync.adapter.FormLabels;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.MappingBuilder;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.MatchPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.TicketTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workflow {@code lapsed-guard}: a person is asked about the registration of a member who has lapsed. It registers
 * nobody and writes neither names nor addresses nor ticket types; a registration goes only when a person answers so.
 *
 * <p>A registration is a member's own as in {@link RegistrationsToMembership}. One that ended is nothing to ask about. Not
 * thread-safe while it is being built.
 */
public final class LapsedGuard {
    /** The template's id, and the default id of the workflow. */
    public static final String ID = "lapsed-guard";

    private final TicketDesk desk;
    private String id = ID;
    private Statuses statuses = standardStatuses();
    private Optional<String> statusLabel = Optional.empty();
    private GuardPolicy guards = standardGuards();

    private LapsedGuard(TicketDesk desk) {
        this.desk = desk;
    }

    /** Begins the workflow. */
    public static LapsedGuard of(TicketDesk desk) {
        return new LapsedGuard(desk);
    }

    /**
     * {@code active: keep, inactive: flag}, and {@code flag} for a contact that is no member any more, because on the live
     * service that is how a membership ends.
     */
    public static Statuses standardStatuses() {
        return Statuses.of(Map.of(
                "active", StatusAction.KEEP, "inactive", StatusAction.FLAG, Statuses.OUTSIDE, StatusAction.FLAG));
    }

    /** Those of {@link GuardPolicy#standard}, without registrations, of which there are none. */
    public static GuardPolicy standardGuards() {
        GuardPolicy standard = GuardPolicy.standard();
        return new GuardPolicy(0, standard.changes(), standard.removals());
    }

    /** Another id, for a second workflow of the same event. */
    public LapsedGuard id(String workflowId) {
        id = workflowId;
        return this;
    }

    /** Who has lapsed: the words that mean {@link StatusAction#FLAG}; default {@link #standardStatuses}. */
    public LapsedGuard statuses(Statuses table) {
        statuses = table;
        return this;
    }

    /** Writes the membership status into this field of the registration form; default: nothing is written there. */
    public LapsedGuard statusLabel(String label) {
        statusLabel = Optional.of(label);
        return this;
    }

    /** When to stop; default {@link #standardGuards}. */
    public LapsedGuard guards(GuardPolicy policy) {
        guards = policy;
        return this;
    }

    /** The workflow. */
    public Workflow build() {
        return new Workflow(
                id,
                desk,
                this::mapping,
                statuses,
                "CASH",
                PaidTickets.REVIEW,
                false,
                Exchanges.MAKE,
                Optional.empty(),
                guards,
                MatchPolicy.firstOf(MatchPolicy.byOldestTag(), MatchPolicy.byEmail()),
                ReactionPolicy.standard().with(Situation.UNMATCHED, Reaction.NOTHING),
                FencePolicy.standard(),
                TicketRole.NEWS,
                UnknownRegistrants.IGNORE);
    }

    private Mapping mapping(List<TicketTypeInfo> catalogue, FormLabels form) {
        MappingBuilder mapping =
                Mapping.of(ID).with(Fields.watchedHolder(Fields.name())).with(Fields.watchedHolder(Fields.email()));
        statusLabel.filter(form::has).ifPresent(label -> mapping.with(Fields.status(label)));
        return mapping.build();
    }
}
