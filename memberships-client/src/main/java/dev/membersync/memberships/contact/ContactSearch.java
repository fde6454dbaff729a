package dev.membersync.memberships.contact;

import dev.membersync.memberships.internal.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which contacts to look for. The index is seconds behind the writes (LIVE, memberships-api.md 2.2), so a contact that was
 * just made may be missing; reading one by its id shows every write.
 *
 * @param query   free text, at most 75 characters
 * @param filters conditions that all hold. Unmodifiable
 * @param sort    the order of the results, the first that tells two apart counts. Unmodifiable
 */
public record ContactSearch(Optional<String> query, List<Filter> filters, List<Sort> sort) {

    private static final int LONGEST_QUERY = 75;

    /** Copies the lists; refuses a query that is too long. */
    public ContactSearch {
        filters = List.copyOf(filters);
        sort = List.copyOf(sort);
        if (query.filter(text -> text.length() > LONGEST_QUERY).isPresent()) {
            throw new IllegalArgumentException("the query of a search has at most " + LONGEST_QUERY + " characters");
        }
    }

    /** All contacts. */
    public static ContactSearch all() {
        return new ContactSearch(Optional.empty(), List.of(), List.of());
    }

    /** The contacts for which all of these hold. */
    public static ContactSearch where(Filter... filters) {
        return new ContactSearch(Optional.empty(), List.of(filters), List.of());
    }

    /** The same search, by this text too. */
    public ContactSearch query(String text) {
        return new ContactSearch(Optional.of(text), filters, sort);
    }

    /** The same search in this order. */
    public ContactSearch by(Sort... orders) {
        return new ContactSearch(query, filters, List.of(orders));
    }

    Map<String, Object> json(String locationId) {
        Terms terms = Terms.none().and("locationId", locationId).maybe("query", query);
        if (!filters.isEmpty()) {
            terms = terms.and("filters", filters.stream().map(Filter::json).toList());
        }
        if (!sort.isEmpty()) {
            terms = terms.and("sort", sort.stream().map(Sort::terms).toList());
        }
        return terms.map();
    }

    /** Shows what kind of search it is, never whom it looks for. */
    @Override
    public String toString() {
        return "ContactSearch[" + (query.isPresent() ? "query, " : "") + filters + ", " + sort + "]";
    }
}
