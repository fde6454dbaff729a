package dev.membersync.sync.review;

import java.util.List;
import java.util.Locale;

/**
 * Something that may be a duplicate or a broken link, with names and no values. Nothing is merged or deleted because of it:
 * a person decides, at the service that {@link Kind#next} names.
 *
 * @param kind what it is
 * @param members the members in question, at most 20
 * @param tickets the tickets in question, at most 20
 * @param reason what was seen, for people
 */
public record HygieneFinding(Kind kind, List<String> members, List<String> tickets, String reason) {
    /** What can be found. */
    public enum Kind {
        /** Members with one e-mail address. */
        SAME_EMAIL("if they are one person, merge them at the Memberships side and keep the one with the registration;"
                + " the next sync follows. If two people share the address, leave them"),
        /** Members with one phone number. */
        SAME_PHONE("if they are one person, merge them at the Memberships side and keep the one with the registration;"
                + " the next sync follows. If two people share the number, leave them"),
        /** Tickets with one holder's address, of which not every one has a member. */
        SAME_HOLDER(
                "if it is one place too many, delete the ticket without a member at Accelevents, which refunds what was"
                        + " paid; if somebody comes along, give that ticket the name and address of who comes"),
        /** Several tickets name one member, by the note of their order or by the Member ID answer. */
        SECOND_TICKET("delete the one that is too many at Accelevents, which refunds what was paid; sync-app review has"
                + " the question where a workflow registers members"),
        /** A ticket names a member to whom nothing is linked. */
        ORPHAN(
                "look whether the member is there: if so, sync-app review has the question, or the next sync links it; if"
                        + " not, clear its Member ID answer or delete it at Accelevents"),
        /** The ticket of a link is not listed any more. */
        TICKET_GONE("look for the ticket at Accelevents. If it was deleted on purpose leave it; the member is not"
                + " registered again"),
        /** The member of a link is not listed any more. */
        MEMBER_GONE("look for the member at the Memberships side. If he was deleted, decide about the registration in"
                + " sync-app review or at Accelevents"),
        /** A link whose ticket names another member. */
        NAMES_OTHER(
                "look at both and correct the Member ID answer at Accelevents, or delete the wrong ticket there; links"
                        + " are not changed by hand"),
        /** A registration under way for somebody who cannot get it any more. */
        ORPHAN_INTENT("sync once more; if it stays, look at Accelevents for the order and delete it there");

        private final String next;

        Kind(String next) {
            this.next = next;
        }

        /** What a person does, and where. */
        public String next() {
            return next;
        }

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public HygieneFinding {
        members = List.copyOf(members);
        tickets = List.copyOf(tickets);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return kind.word() + ": " + reason;
    }
}
