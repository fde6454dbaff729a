package dev.membersync.sync.engine;

import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.store.Review;
import java.util.List;

/** Passes everything on; who counts or keeps something overrides what tells of it and calls this one too. */
abstract class PassingJournal implements Journal {
    private final Journal next;

    PassingJournal(Journal next) {
        this.next = next;
    }

    @Override
    public void page(String side, int number, int rows) {
        next.page(side, number, rows);
    }

    @Override
    public void starting(long mails) {
        next.starting(mails);
    }

    @Override
    public void planned(Operation operation) {
        next.planned(operation);
    }

    @Override
    public void done(Operation operation) {
        next.done(operation);
    }

    @Override
    public void found(long members) {
        next.found(members);
    }

    @Override
    public void live(LiveEvent event) {
        next.live(event);
    }

    @Override
    public void skipped(String userId, String reason) {
        next.skipped(userId, reason);
    }

    @Override
    public void unchanged(long members) {
        next.unchanged(members);
    }

    @Override
    public void held(String userId, List<String> reasons) {
        next.held(userId, reasons);
    }

    @Override
    public void parked(String userId, String ticketTypeId) {
        next.parked(userId, ticketTypeId);
    }

    @Override
    public void asked(Review review, boolean fresh) {
        next.asked(review, fresh);
    }

    @Override
    public void failed(String userId, String reason) {
        next.failed(userId, reason);
    }

    @Override
    public void buried(String userId, String reason) {
        next.buried(userId, reason);
    }
}
