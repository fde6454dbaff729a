package dev.membersync.eventops.adapter;

import dev.membersync.eventops.analytics.EventFact;
import dev.membersync.sync.record.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the services do not say of themselves, and a live dataset has to be told. Immutable.
 *
 * @param currentStatuses membership statuses that are current, in lower case
 * @param inScope which members the event is for
 * @param joined when a member joined, read from its fields
 * @param memberPriced ticket types that are sold under a member price
 * @param notForMembers ticket types that only people hold who are no members: a holder whom no member matches is then known
 *     to be none
 * @param purchaseDate reads the purchase date of an order, whose layout the vendor does not document
 * @param event changes what is read of the event: another capacity, the admission window
 * @param pageSize rows of a page of the orders and the attendee list
 */
public record DatasetRules(
        Set<String> currentStatuses,
        Predicate<Member> inScope,
        Function<Member, Optional<LocalDate>> joined,
        Set<String> memberPriced,
        Set<String> notForMembers,
        Function<String, Optional<Instant>> purchaseDate,
        UnaryOperator<EventFact> event,
        int pageSize) {
    /** Copies the sets; statuses go to lower case. */
    public DatasetRules {
        currentStatuses = currentStatuses.stream()
                .map(status -> status.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        memberPriced = Set.copyOf(memberPriced);
        notForMembers = Set.copyOf(notForMembers);
    }

    /**
     * Active and grace are current, every member is in scope, no join dates, no member prices, nobody is known to be no
     * member, purchase dates are not read, 100 rows a page.
     */
    public static DatasetRules standard() {
        return new DatasetRules(
                Set.of("active", "grace"),
                member -> true,
                member -> Optional.empty(),
                Set.of(),
                Set.of(),
                text -> Optional.empty(),
                UnaryOperator.identity(),
                100);
    }

    /** These, with other statuses that are current; case does not count. */
    public DatasetRules withCurrentStatuses(Set<String> statuses) {
        return new DatasetRules(statuses, inScope, joined, memberPriced, notForMembers, purchaseDate, event, pageSize);
    }

    /** These, for these members alone. */
    public DatasetRules withScope(Predicate<Member> members) {
        return new DatasetRules(
                currentStatuses, members, joined, memberPriced, notForMembers, purchaseDate, event, pageSize);
    }

    /** These, with a reader of the day on which a member joined. */
    public DatasetRules withJoined(Function<Member, Optional<LocalDate>> reader) {
        return new DatasetRules(
                currentStatuses, inScope, reader, memberPriced, notForMembers, purchaseDate, event, pageSize);
    }

    /** These, with the ticket types that are sold under a member price, and those that only non-members hold. */
    public DatasetRules withTicketTypes(Set<String> priced, Set<String> forOthers) {
        return new DatasetRules(currentStatuses, inScope, joined, priced, forOthers, purchaseDate, event, pageSize);
    }

    /** These, with a reader of purchase dates; it answers empty for a text that it does not know. */
    public DatasetRules withPurchaseDate(Function<String, Optional<Instant>> reader) {
        return new DatasetRules(currentStatuses, inScope, joined, memberPriced, notForMembers, reader, event, pageSize);
    }

    /** These, with a change to what is read of the event. */
    public DatasetRules withEvent(UnaryOperator<EventFact> change) {
        return new DatasetRules(
                currentStatuses, inScope, joined, memberPriced, notForMembers, purchaseDate, change, pageSize);
    }

    /** These, with pages of another size, 1 to 1000: fewer calls, where the vendor answers that many. */
    public DatasetRules withPageSize(int rows) {
        return new DatasetRules(
                currentStatuses, inScope, joined, memberPriced, notForMembers, purchaseDate, event, rows);
    }
}
