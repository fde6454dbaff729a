package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.Answer.Verb;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a person answered about a ticket whose holder is no member. It needs no run: a ticket that is left alone stays so
 * while its holder is who was shown, and one that is given to a member is linked at once.
 */
record NoMemberAnswer(Review review, Answer answer, String seen, Instant now) {
    /** Keeps it; false when the question is not open any more. */
    boolean keep(Tx tx, String mapping) {
        String subject = review.subject();
        if (NoMember.open(tx, subject).isEmpty()) {
            return false;
        }
        if (answer.verb() == Verb.VALUE) {
            TicketRow ticket = NoMember.ticket(tx, subject)
                    .filter(row -> row.access() == Access.LIVE
                            && tx.links().byTicket(List.of(row.row())).isEmpty())
                    .orElseThrow(() -> wrong("the ticket ended, or is a member's by now"));
            link(tx, ticket, mapping);
        }
        return tx.reviews().close(NoMember.KIND, subject, Answers.text(answer, seen), now);
    }

    private void link(Tx tx, TicketRow ticket, String mapping) {
        String userId = answer.value();
        MemberRow member = tx.members().find(List.of(userId)).get(userId);
        if (member == null || member.gone()) {
            throw wrong("no member has this id");
        }
        Link known = tx.links().find(List.of(userId)).get(userId);
        if (known == null) {
            tx.links().insert(pair(userId, ticket, mapping, 1));
        } else if (known.state() == Link.State.ENDED) {
            tx.links().replace(pair(userId, ticket, mapping, known.version()));
        } else {
            throw wrong("this member has a ticket already, which tells of him");
        }
        tx.work().mark(List.of(userId), Lane.LIVE, now);
    }

    private static Link pair(String userId, TicketRow ticket, String mapping, long version) {
        return new Link(userId, ticket.row(), Link.State.LIVE, Link.Origin.ADOPTED, Map.of(), mapping, version);
    }

    private static AnswerException wrong(String why) {
        return AnswerException.wrong(NoMember.KIND, why);
    }
}
