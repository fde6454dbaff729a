package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.intake.TicketHint;
import dev.membersync.sync.mapping.PersonKeys;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps news for whoever runs live, here or in another process. */
public final class Door implements Intake {
    private final List<Parts> workflows;
    private final Consumer<Heard> told;

    /**
     * A door of these workflows.
     *
     * @param told called when the marks are durable
     */
    public Door(List<Parts> workflows, Consumer<Heard> told) {
        this.workflows = List.copyOf(workflows);
        this.told = told;
    }

    @Override
    public void members(Collection<String> userIds) {
        workflows.forEach(parts -> mark(parts, userIds));
        told.accept(new Heard(Set.of(), false));
    }

    @Override
    public void tickets(TicketHint hint) {
        Set<String> doubted = new HashSet<>();
        workflows.stream().filter(parts -> concerns(parts, hint)).forEach(parts -> hint(parts, hint, doubted::addAll));
        told.accept(new Heard(doubted, true));
    }

    static void mark(Parts parts, Collection<String> userIds) {
        parts.store().inTransaction(parts.scope(), tx -> {
            tx.work().mark(userIds, Lane.LIVE, parts.time().instant());
            return true;
        });
    }

    static boolean concerns(Parts parts, TicketHint hint) {
        return hint.events().isEmpty()
                || hint.events().contains(parts.workflow().desk().event());
    }

    /**
     * A hint says nothing about what changed, so the orders are asked too: they alone show that a ticket was cancelled.
     *
     * @param doubts told whose tickets are to be read again, before anybody works on them
     */
    static void hint(Parts parts, TicketHint hint, Consumer<List<String>> doubts) {
        parts.store().inTransaction(parts.scope(), tx -> {
            List<String> userIds = new HintedMembers(tx, new PersonKeys(parts.marker())).of(hint);
            doubts.accept(userIds);
            tx.work().mark(userIds, Lane.LIVE, parts.time().instant());
            OrdersPoll.wish(tx);
            return true;
        });
    }
}
