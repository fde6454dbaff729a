package dev.membersync.eventops.pricing;

/** What kinds of objects rules change. */
public enum ObjectKind {
    /** The ticket classes of an event, all in one: they are written as one document. Terms are {@code <class>.price}, {@code .places}, {@code .hidden} and {@code .ends}. */
    CLASSES(Side.ACCELEVENTS),
    /** A discount code. */
    DISCOUNT(Side.ACCELEVENTS),
    /** An access code. */
    ACCESS(Side.ACCELEVENTS),
    /** A HighLevel coupon. */
    COUPON(Side.MEMBERSHIPS),
    /** A tag on the members of some plans. */
    TAG(Side.MEMBERSHIPS),
    /** A text for people. */
    NOTICE(Side.PEOPLE),
    /** Something that only a person can do. */
    PROPOSAL(Side.PEOPLE);

    private final Side side;

    ObjectKind(Side side) {
        this.side = side;
    }

    /** Where it is. */
    public Side side() {
        return side;
    }
}
