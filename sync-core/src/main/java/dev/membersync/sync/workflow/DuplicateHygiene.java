package dev.membersync.sync.workflow;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.MatchPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.policy.Statuses;
import java.util.Optional;

/**
 * The workflow {@code duplicate-hygiene}: reads both lists so that duplicates and broken links can be told. It registers
 * nobody, writes to neither side and asks nobody; whose a registration is, it remembers in its own links.
 *
 * <p>Beside another workflow of the event that reads the same lists it is not needed: {@link #watchedBy} has that one
 * remember what is compared here.
 */
public final class DuplicateHygiene {
    /** The template's id, and the default id of the workflow. */
    public static final String ID = "duplicate-hygiene";

    private DuplicateHygiene() {}

    /** The workflow of an event that no other workflow reads. */
    public static Workflow of(String id, TicketDesk desk) {
        ReactionPolicy reactions = ReactionPolicy.standard();
        for (Situation quiet : new Situation[] {
            Situation.UNMATCHED,
            Situation.DISPUTED,
            Situation.LEFT_GONE,
            Situation.LEFT_MERGED,
            Situation.RIGHT_GONE,
            Situation.GONE_AND_EDITED,
            Situation.BOTH_GONE,
            Situation.IDENTITY
        }) {
            reactions = reactions.with(quiet, Reaction.NOTHING);
        }
        return new Workflow(
                id,
                desk,
                (types, form) -> Mapping.of(ID).with(Fields.watchedPhone()).build(),
                Statuses.indifferent(),
                "CASH",
                PaidTickets.REVIEW,
                false,
                Exchanges.MAKE,
                Optional.empty(),
                LapsedGuard.standardGuards(),
                MatchPolicy.firstOf(MatchPolicy.byOldestTag(), MatchPolicy.byEmail()),
                reactions,
                FencePolicy.standard());
    }

    /** The same workflow, which remembers the keyed hash of its members' phone numbers too. */
    public static Workflow watchedBy(Workflow workflow) {
        return new Workflow(
                workflow.id(),
                workflow.desk(),
                (types, form) -> workflow.mapping().mapping(types, form).with(Fields.watchedPhone()),
                workflow.statuses(),
                workflow.freePayment(),
                workflow.paidTickets(),
                workflow.moneyMoves(),
                workflow.exchanges(),
                workflow.memberIdLabel(),
                workflow.guards(),
                workflow.matching(),
                workflow.reactions(),
                workflow.fences(),
                workflow.tickets(),
                workflow.unknown());
    }
}
