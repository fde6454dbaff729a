package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /contacts/search}: pages by number or by the cursor that every hit carries, on an index that may lag (docs and LIVE). Without {@code sort} hits come by {@code
 * dateAdded} (INFER); the id decides between equals.
 */
final class ContactSearch {
    private static final int REACH = 10_000;
    private static final int PAGE_MAX = 500;

    private record Sort(String field, boolean descending) {}

    private record Result(long version, String question, List<FakeRecord> hits) {}

    private final HighLevelState state;
    private @Nullable Result last;

    ContactSearch(HighLevelState state) {
        this.state = state;
    }

    FakeReply search(Ask ask) {
        JsonObject body = ask.body();
        check(body);
        List<Sort> sorts = sorts(body);
        List<FakeRecord> hits = hits(ask, sorts);
        int size = (int) body.whole("pageLimit").orElse(20);
        long first = body.has("searchAfter")
                ? after(hits, sorts, body.values().get("searchAfter"))
                : (body.whole("page").orElse(1) - 1) * size;
        List<FakeRecord> page = ask.page(hits, first, size);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FakeRecord hit : page) {
            FakeRecord shown = rows.isEmpty() && ask.visit().has(Fault.UNKNOWN_ENUM) ? odd(hit) : hit;
            rows.add(ContactView.hit(shown, cursor(hit, sorts)));
        }
        return FakeReply.json(200, Json.map("contacts", rows, "total", hits.size()));
    }

    private static void check(JsonObject body) {
        List<String> problems = new ArrayList<>();
        long size = body.whole("pageLimit").orElse(0);
        long page = body.whole("page").orElse(1);
        if (size > PAGE_MAX || size < 1) {
            problems.add("pageLimit must be between 1 and " + PAGE_MAX);
        }
        if (page < 1) {
            problems.add("page must not be less than 1");
        }
        if (body.has("page") && body.has("searchAfter")) {
            problems.add("page and searchAfter must not be combined");
        }
        if (body.text("query", "").length() > 75) {
            problems.add("query must be shorter than or equal to 75 characters");
        }
        if (!problems.isEmpty()) {
            throw MembershipsDialect.invalid(problems);
        }
        if (page * size > REACH) {
            throw new Refusal(MembershipsDialect.error(
                    400, "only the first " + REACH + " records can be paged, use searchAfter", "Bad Request"));
        }
    }

    /** The sorted hits; kept while nobody writes and the question stays, because a scan asks once for each page. */
    private List<FakeRecord> hits(Ask ask, List<Sort> sorts) {
        Shelf shelf = state.shelf(RecordKind.CONTACT);
        JsonObject body = ask.body();
        String question =
                ask.who().resource() + body.text("query", "") + body.values().get("filters") + sorts;
        boolean behind = shelf.behind(ask.now());
        if (!behind
                && last != null
                && last.version() == shelf.version()
                && last.question().equals(question)) {
            return last.hits();
        }
        String text = body.text("query", "").toLowerCase(Locale.ROOT);
        Predicate<FakeRecord> test = ContactFilter.of(body.objects("filters"))
                .and(contact ->
                        contact.text("locationId").filter(ask.who()::reaches).isPresent())
                .and(contact -> text.isEmpty() || mentions(contact, text));
        List<FakeRecord> sorted = shelf.lagging(ask.now()).stream()
                .filter(test)
                .sorted(order(sorts))
                .toList();
        List<FakeRecord> hits = new ArrayList<>();
        sorted.forEach(hit -> hits.addAll(Collections.nCopies(shelf.rows(hit.id()), hit)));
        last = behind ? null : new Result(shelf.version(), question, hits);
        return hits;
    }

    static boolean mentions(FakeRecord contact, String lowerCase) {
        return List.of("name", "email", "phone").stream()
                .flatMap(field -> ContactFilter.values(contact, field).stream())
                .anyMatch(
                        value -> String.valueOf(value).toLowerCase(Locale.ROOT).contains(lowerCase));
    }

    private static List<Sort> sorts(JsonObject body) {
        List<Sort> sorts = body.objects("sort").stream()
                .map(sort -> new Sort(
                        sort.text("field", "dateAdded"),
                        sort.text("direction", "asc").equals("desc")))
                .toList();
        return sorts.isEmpty() ? List.of(new Sort("dateAdded", false)) : sorts;
    }

    private static Comparator<FakeRecord> order(List<Sort> sorts) {
        return (one, other) -> compare(cursor(one, sorts), cursor(other, sorts), sorts);
    }

    /** The sort values of a contact and its id: where the next page begins. */
    private static List<Object> cursor(FakeRecord contact, List<Sort> sorts) {
        List<Object> cursor = new ArrayList<>();
        for (Sort sort : sorts) {
            List<Object> values = ContactFilter.values(contact, sort.field());
            Object value = values.isEmpty() ? "" : values.get(0);
            cursor.add(sort.field().startsWith("date") && !value.equals("") ? ContactFilter.number(value) : value);
        }
        cursor.add(contact.id());
        return cursor;
    }

    private static int compare(List<?> one, List<?> other, List<Sort> sorts) {
        for (int i = 0; i < one.size(); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return i < sorts.size() && sorts.get(i).descending() ? -order : order;
            }
        }
        return 0;
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        return one instanceof Number && other instanceof Number
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()))
                : String.valueOf(one)
                        .toLowerCase(Locale.ROOT)
                        .compareTo(String.valueOf(other).toLowerCase(Locale.ROOT));
    }

    private static long after(List<FakeRecord> hits, List<Sort> sorts, @Nullable Object cursor) {
        if (!(cursor instanceof List<?> list) || list.size() != sorts.size() + 1) {
            throw MembershipsDialect.invalid(List.of("searchAfter must be that of a contact of the same search"));
        }
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (compare(cursor(hits.get(middle), sorts), list, sorts) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The hit with a membership status that nobody has heard of. */
    private FakeRecord odd(FakeRecord hit) {
        return state.customField(ContactMembers.STATUS)
                .map(field -> ContactMembers.withField(hit, field.id(), "unheard_of"))
                .orElse(hit);
    }
}
