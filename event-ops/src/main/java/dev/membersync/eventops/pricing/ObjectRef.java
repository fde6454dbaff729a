package dev.membersync.eventops.pricing;

/**
 * An object of one of the systems.
 *
 * @param kind what it is
 * @param id its name there: the word of a code, the name of a coupon, {@code tag|plan,plan|add} of a tag, the event of classes
 */
public record ObjectRef(ObjectKind kind, String id) {
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
