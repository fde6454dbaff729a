package dev.membersync.eventops.checkin;

/**
 * A supervisor's word at the door: the payment that is due is waived, a suspect clock is believed.
 *
 * @param actor who says so, as a role or a staff number: it is kept, and no personal data is
 * @param reason why, for the record
 */
public record Waiver(String actor, String reason) {
    public Waiver {
        check(actor, reason);
    }

    static void check(String actor, String reason) {
        if (actor.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("say who decides (a role or a staff number) and why");
        }
        if (actor.indexOf('@') >= 0) {
            throw new IllegalArgumentException("name the actor by a role or a staff number, not by an address");
        }
    }
}
