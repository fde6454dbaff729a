package dev.membersync.sync.payment;

import java.util.Optional;

/**
 * What a fact is about: references, never a person's data.
 *
 * @param parent the id of the charge in the same system; of an adjustment and a release the {@link FactKey#toString} of the
 *     fact that is corrected or released; of a mirror that of the first charge
 * @param order the order
 * @param userId the member
 * @param purpose what was sold: {@code dues:<plan>} for membership dues, else an event or a class
 * @param processorId the card processor's id of the charge, which several systems may show
 * @param ownKey the key of ours that was found on it: then it is what we wrote, not money of its own
 */
public record About(
        Optional<String> parent,
        Optional<String> order,
        Optional<String> userId,
        Optional<String> purpose,
        Optional<String> processorId,
        Optional<String> ownKey) {
    /** About nothing yet. */
    public static final About NOTHING = new About(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of this charge, or about the fact with this key. */
    public About of(String parentId) {
        return new About(Optional.of(parentId), order, userId, purpose, processorId, ownKey);
    }

    /** Of this order. */
    public About order(String orderId) {
        return new About(parent, Optional.of(orderId), userId, purpose, processorId, ownKey);
    }

    /** Of this member. */
    public About member(String memberId) {
        return new About(parent, order, Optional.of(memberId), purpose, processorId, ownKey);
    }

    /** For this purpose. */
    public About purpose(String what) {
        return new About(parent, order, userId, Optional.of(what), processorId, ownKey);
    }

    /** With the processor's id. */
    public About processor(String chargeId) {
        return new About(parent, order, userId, purpose, Optional.of(chargeId), ownKey);
    }

    /** Carrying a key of ours. */
    public About carrying(String key) {
        return new About(parent, order, userId, purpose, processorId, Optional.of(key));
    }
}
