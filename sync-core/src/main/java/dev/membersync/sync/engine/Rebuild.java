package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.TicketSighting;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rebuilds a lost store: when no link is known although orders carry our notes, tickets that we did not order are read in
 * detail once, because the Member ID answer in some of them is the other half of our tags. So are they where a person was
 * given registrations to import. An event that this engine never worked on costs nothing here.
 */
final class Rebuild {
    private static final int PAGE = 100;

    private final Run run;

    Rebuild(Run run) {
        this.run = run;
    }

    void readTags() {
        Optional<String> label = run.parts.workflow().memberIdLabel().filter(run.desk.form()::has);
        boolean due = run.inTransaction(tx -> Imports.areExpected(tx)
                || (tx.links().count(Link.State.LIVE) == 0 && tx.tickets().countTagged() > 0));
        if (label.isEmpty() || !due) {
            return;
        }
        long after = 0;
        List<TicketRow> page = page(after);
        while (!page.isEmpty()) {
            for (TicketRow ticket : page) {
                run.checkpoint("tag");
                read(ticket, label.get());
                after = ticket.row();
            }
            page = page(after);
        }
    }

    private List<TicketRow> page(long after) {
        return run.inTransaction(tx -> tx.tickets().unexamined(after, PAGE));
    }

    private void read(TicketRow ticket, String label) {
        Optional<Registration> seen = run.desk.read(ticket.ref());
        run.inTransaction(tx -> {
            seen.ifPresent(registration -> {
                Optional<String> tag = registration.answer(label).text().map(String::strip);
                DeskRow row = new DeskRow(registration, tag, OptionalLong.empty());
                TicketSighting sighting = run.keys.sighting(row, ticket.generation());
                tx.tickets().save(List.of(sighting));
            });
            tx.tickets().examined(ticket.row());
            return true;
        });
    }
}
