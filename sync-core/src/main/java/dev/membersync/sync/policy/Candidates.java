package dev.membersync.sync.policy;

import java.util.List;

/** What a match policy may ask about one member. Ended tickets never appear. */
public interface Candidates {
    /** Tickets that carry our tag with this member's id: an order note or a Member ID answer. */
    List<Candidate> tagged();

    /** Tickets whose holder has this member's address, and that carry no other member's tag. */
    List<Candidate> sameEmail();

    /** How many members without a link have this member's address, this one included; 0 when it has none. */
    int unlinkedMembersWithEmail();
}
