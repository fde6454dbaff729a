package dev.membersync.sync.workflow;

/** What a workflow takes the tickets of a member for. */
public enum TicketRole {
    /**
     * The member's one place: it is made, follows the member, and is not made again once it ended. A second ticket that
     * carries the member's tag is a question.
     */
    PLACE,
    /**
     * News about the member: a ticket that ended is a state like others. Of several tickets the primary one tells: the one
     * that is linked while it lives, then the oldest live one that is the member's own, else the one that ended. Orders are
     * read in each run, because they alone show payments.
     */
    NEWS
}
