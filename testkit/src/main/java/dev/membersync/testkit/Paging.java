package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.List;
import java.util.Map;

/** Zero-based pages in the envelope of the speaker list (SPEC): {@code recordsTotal}, {@code recordsFiltered}, {@code data}, {@code error}. */
final class Paging {
    private Paging() {}

    static FakeReply reply(Visit visit, List<Map<String, Object>> found, int total) {
        long size = Math.max(1, visit.parameter("size").orElse(10));
        long number = visit.parameter("page").orElse(0);
        long first = Math.max(0, number - (visit.has(Fault.REPEATED_PAGE) ? 1 : 0)) * size;
        int from = (int) Math.min(first, found.size());
        List<Map<String, Object>> page = found.subList(from, (int) Math.min(from + size, found.size()));
        return FakeReply.json(
                200,
                Json.map(
                        "recordsTotal",
                        total,
                        "recordsFiltered",
                        found.size(),
                        "data",
                        visit.has(Fault.SHORT_PAGE) ? page.subList(0, page.size() / 2) : page,
                        "error",
                        null));
    }
}
