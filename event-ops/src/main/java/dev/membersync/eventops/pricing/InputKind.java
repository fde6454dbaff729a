package dev.membersync.eventops.pricing;

import java.util.Arrays;
import java.util.Optional;

/** What a rule can look at. Counters are those of the rule's ticket classes together. */
public enum InputKind {
    /** Tickets sold, paid or not. */
    SOLD("sold", Type.NUMBER),
    /** Tickets that are paid. */
    PAID("paid", Type.NUMBER),
    /** Tickets of orders that are not paid yet. */
    PENDING("pending", Type.NUMBER),
    /** Places blocked by open checkouts. */
    HELD("held", Type.NUMBER),
    /** Places offered to people on the waiting list. */
    OFFERED("offered", Type.NUMBER),
    /** People on the waiting list. */
    WAITLIST("waitlist", Type.NUMBER),
    /** Places in all. */
    CAPACITY("capacity", Type.NUMBER),
    /** Sold of capacity, in per cent; unknown where capacity is 0. */
    PERCENT_SOLD("percentSold", Type.NUMBER),
    /** Tickets sold a day, over the window that is the argument: 1 h to 7 d. */
    VELOCITY("velocity", Type.NUMBER),
    /** Days of the calendar from today to the day of the event, in the event's zone. */
    DAYS_TO_EVENT("daysToEvent", Type.NUMBER),
    /** The moment of the snapshot; compared with local times of the event's zone. */
    NOW("now", Type.MOMENT),
    /** The membership state of the person; only a quote knows one. */
    MEMBERSHIP_STATE("membershipState", Type.TEXT),
    /** The plan of the person; only a quote knows one. */
    PLAN("plan", Type.TEXT),
    /** Days since the person joined; only a quote knows them. */
    TENURE_DAYS("tenureDays", Type.NUMBER),
    /** How often the person used a member benefit at this event; only a quote knows it. */
    USES_THIS_EVENT("usesThisEvent", Type.NUMBER),
    /** The same in this term of membership; only a quote knows it. */
    USES_THIS_TERM("usesThisTerm", Type.NUMBER),
    /** Members whose membership is current and on the plan that is the argument. */
    ACTIVE_MEMBERS("activeMembers", Type.NUMBER),
    /** The per cent that should be sold by today, from the targets of the rule book. */
    TARGET_FILL("targetFill", Type.NUMBER);

    /** What the value is. */
    public enum Type {
        /** A decimal number. */
        NUMBER,
        /** A point in time. */
        MOMENT,
        /** A word. */
        TEXT
    }

    private final String word;
    private final Type type;

    InputKind(String word, Type type) {
        this.word = word;
        this.type = type;
    }

    /** The name in texts and data. */
    public String word() {
        return word;
    }

    /** What the value is. */
    public Type type() {
        return type;
    }

    static Optional<InputKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
