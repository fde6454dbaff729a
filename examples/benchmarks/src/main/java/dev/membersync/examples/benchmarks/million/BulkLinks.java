package dev.membersync.examples.benchmarks.million;

import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fills a store with the links that a first run would make one by one, each in two durable transactions: here many share one. Both
 * lists are read by the engine before, and its next run has to find every pair as agreed, which is the proof that these links are its
 * own.
 */
final class BulkLinks {
    private static final int PAGE = 1_000;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private BulkLinks() {}

    /** Reads both lists, and links everybody. */
    static void fill(Tenant tenant, InstantSource time) {
        tenant.engine().sync(SyncOptions.standard().canary(1));
        Scope scope = new Scope(tenant.members().account(), Crowd.EVENT, "", "members-to-attendees");
        String mapping = tenant.store()
                .inTransaction(scope, tx -> tx.links().page("", 1))
                .get(0)
                .mapping();
        while (tenant.store().inTransaction(scope, tx -> link(tx, mapping, time.instant())) > 0) {}
    }

    private static int link(Tx tx, String mapping, Instant now) {
        List<WorkItem> items = tx.work().lease(PAGE, "bulk", now, LEASE);
        Map<String, MemberRow> members =
                tx.members().find(items.stream().map(WorkItem::userId).toList());
        for (WorkItem item : items) {
            MemberRow member = Objects.requireNonNull(members.get(item.userId()));
            TicketRow ticket = tx.tickets()
                    .untaggedWithEmail(member.emailKey().orElseThrow())
                    .get(0);
            tx.links()
                    .insert(new Link(
                            item.userId(),
                            ticket.row(),
                            Link.State.LIVE,
                            Link.Origin.ADOPTED,
                            base(member, ticket),
                            mapping,
                            1));
            tx.work().done(item);
        }
        return items.size();
    }

    private static Map<String, Base> base(MemberRow member, TicketRow ticket) {
        Map<String, Base> base = new HashMap<>();
        ticket.marks().forEach((field, right) -> {
            Mark left = member.marks().get(field);
            if (left != null && !right.isUnseen()) {
                base.put(field, Base.agreed(left, right));
            }
        });
        return base;
    }
}
