package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a rule wants while it is active. Prices, places and sale are levels: the engine moves there and stays. The rest are
 * errands: done once for each time the rule becomes active, and again after {@code every} where it has one.
 */
public sealed interface Effect {
    /** An effect on the price of each class in the rule's scope. */
    sealed interface OnPrice extends Effect {}

    /** An effect on places. */
    sealed interface OnQuota extends Effect {}

    /** An effect on whether each class in the rule's scope can be bought. */
    sealed interface OnSale extends Effect {}

    /** The price. */
    record SetPrice(Money price) implements OnPrice {
        public SetPrice {
            Checks.check(price.signum() >= 0, "a price is not negative");
        }
    }

    /**
     * The regular price changed; the regular price is that of the rule book, so that it never adds up by itself.
     *
     * @param amount added; negative to lower
     * @param percent added in per cent, rounded half up to minor units; negative to lower
     * @param stacks whether it is taken on top of the best single offer, instead of competing with it
     */
    record AdjustPrice(Optional<Money> amount, Optional<BigDecimal> percent, boolean stacks) implements OnPrice {
        public AdjustPrice {
            Checks.check(amount.isPresent() != percent.isPresent(), "a price is adjusted by an amount or by per cent");
        }
    }

    /** The places of each class in the rule's scope; against the regular number of the book, several such rules add up. */
    record SetQuota(long places) implements OnQuota {
        public SetQuota {
            Checks.check(places >= 0, "places are not negative");
        }
    }

    /** Places moved from one class to another while the rule is active; the sum of the two never changes. */
    record MoveCapacity(String from, String to, long places) implements OnQuota {
        public MoveCapacity {
            Checks.check(places > 0 && !from.equals(to), "places are moved from one class to another, at least 1");
        }
    }

    /**
     * The classes are on sale and shown.
     *
     * @param until a new end of sale; needed to open a class whose sale has ended
     */
    record Open(Optional<LocalDateTime> until) implements OnSale {}

    /** The sale of the classes ends. */
    record Close() implements OnSale {}

    /** The classes are on sale and not shown; an access code opens them. */
    record Hide() implements OnSale {}

    /** A code with these terms exists. One that is used keeps its worth (DOC), so new terms mean a new code. */
    record IssueCode(String key, CodeSpec spec) implements Effect {
        public IssueCode {
            Checks.name("the key of a code", key);
        }
    }

    /**
     * The code of this key gets a new word each time the rule becomes active.
     *
     * @param overlap how long the old word stays valid; at least as long as open carts are promised
     */
    record RotateCode(String key, Duration overlap, Optional<Duration> every) implements Effect {
        public RotateCode {
            Checks.name("the key of a code", key);
            Checks.check(!overlap.isNegative(), "an overlap is not negative");
        }
    }

    /** A HighLevel coupon with the word and worth of the code of this key: one for each key. */
    record Coupon(String key, List<String> products, long uses, boolean oncePerCustomer) implements Effect {
        public Coupon {
            Checks.name("the key of a code", key);
            products = List.copyOf(products);
            Checks.check(uses >= 0, "uses are not negative; 0 means no limit");
        }
    }

    /** Places offered to the waiting list. No call does this (accelevents-api.md), so it is a proposal to a person. */
    record OfferWaitlist(long places, Duration ttl) implements Effect {
        public OfferWaitlist {
            Checks.check(places > 0 && !ttl.isNegative() && !ttl.isZero(), "an offer has places and a time to live");
        }
    }

    /** A contact list that opens the classes. No call fills one, so it is a proposal to a person. */
    record SyncAllowList(String list, Optional<Duration> every) implements Effect {}

    /**
     * A tag on HighLevel contacts that are members on the plans of the rule's scope.
     *
     * @param add true to add the tag, false to take it away
     * @param most the most people of one errand; more are refused before the first write
     */
    record Tag(String tag, boolean add, long most, Optional<Duration> every) implements Effect {
        public Tag {
            Checks.check(!tag.isBlank() && tag.length() <= 100 && tag.indexOf('|') < 0, "a tag is a text without |");
            Checks.check(most > 0, "most is at least 1");
        }
    }

    /** A text for people. It must not name a person. */
    record Notify(String text) implements Effect {}

    /** How long until an errand is due again while its rule stays active; empty for once. */
    default Optional<Duration> again() {
        if (this instanceof RotateCode rotate) {
            return rotate.every();
        }
        if (this instanceof Tag tag) {
            return tag.every();
        }
        return this instanceof SyncAllowList list ? list.every() : Optional.empty();
    }
}
