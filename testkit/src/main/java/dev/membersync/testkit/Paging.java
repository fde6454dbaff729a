package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.List;
import java.util.Map;

/** Zero-based pages, and the envelope of the speaker list (SPEC): {@code recordsTotal}, {@code recordsFiltered}, {@code data}, {@code error}. */
final class Paging {
    private Paging() {}

    /** The page a request asks for; {@code max} is the most rows of one, 0 for any number. */
    static <T> List<T> page(Visit visit, List<T> found, int defaultSize, int max) {
        long asked = Math.max(1, visit.parameter("size").orElse(defaultSize));
        long size = max > 0 ? Math.min(max, asked) : asked;
        long number = visit.parameter("page").orElse(0);
        long first = Math.max(0, number - (visit.has(Fault.REPEATED_PAGE) ? 1 : 0)) * size;
        int from = (int) Math.min(first, found.size());
        List<T> page = found.subList(from, (int) Math.min(from + size, found.size()));
        return visit.has(Fault.SHORT_PAGE) ? page.subList(0, page.size() / 2) : page;
    }

    static FakeReply reply(Visit visit, List<Map<String, Object>> found, int total) {
        return FakeReply.json(
                200,
                Json.map(
                        "recordsTotal",
                        total,
                        "recordsFiltered",
                        found.size(),
                        "data",
                        page(visit, found, 10, 0),
                        "error",
                        null));
    }
}
