package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Projection;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.WorkItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One member on its way through the pipeline: each step reads what earlier ones found and adds its own. */
final class Job {
    final WorkItem item;

    @Nullable Member member;

    /** True when the member was read for this job, false when a list of this run showed it. */
    boolean memberRead;
    /** When the list was read that showed the member; of meaning only until {@link #memberRead}. */
    long listedAt;

    Optional<String> mergedInto = Optional.empty();

    @Nullable Projection projection;

    Map<String, Mark> leftMarks = Map.of();
    StatusAction action = StatusAction.KEEP;

    @Nullable Link link;

    @Nullable TicketRow ticket;

    @Nullable Intent intent;

    /** True when somebody who was erased had the address of this member, who is new here. */
    boolean erasedBefore;

    Match match = Match.none();
    List<TicketRow> doubles = List.of();
    Answers answers = Answers.NONE;
    boolean ticketGone;

    /** The ticket in detail, where this job has read it. */
    @Nullable Registration shown;

    @Nullable Decision decision;

    final List<Task> tasks = new ArrayList<>();
    final List<Review> questions = new ArrayList<>();
    final List<String> held = new ArrayList<>();

    /** What the link is to remember, though nothing was written. */
    final Map<String, Base> noted = new LinkedHashMap<>();

    /** True when what was decided cannot be done yet: answers wait with it. */
    boolean waits;

    @Nullable String skip;

    @Nullable String parkFor;

    boolean dropIntent;
    /** True when a plan allows none of this. */
    boolean drifted;

    @Nullable String takenPlace;

    Job(WorkItem item) {
        this.item = item;
    }

    /** What was decided has to wait. */
    void waitBecause(String why) {
        held.add(why);
        waits = true;
    }

    String userId() {
        return item.userId();
    }

    Member knownMember() {
        return Objects.requireNonNull(member, "the member was not observed");
    }

    Projection knownProjection() {
        return Objects.requireNonNull(projection, "the member was not projected");
    }

    Link knownLink() {
        return Objects.requireNonNull(link, "the member has no link");
    }

    TicketRow knownTicket() {
        return Objects.requireNonNull(ticket, "the member has no ticket");
    }

    Intent knownIntent() {
        return Objects.requireNonNull(intent, "the member has no open intent");
    }

    Decision knownDecision() {
        return Objects.requireNonNull(decision, "nothing was decided");
    }
}
