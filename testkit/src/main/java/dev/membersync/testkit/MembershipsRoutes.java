package dev.membersync.testkit;

import dev.membersync.testkit.MembershipsSwitches.ListEnvelope;
import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Reads and updates of members, as the STANDARD contract words them. */
final class MembershipsRoutes {
    private static final Set<String> UPDATABLE = Set.of("userId", "registrationStatus", "planId");

    private final MembershipsState state;

    MembershipsRoutes(MembershipsState state) {
        this.state = state;
    }

    FakeReply list(Visit visit) {
        MembershipsSwitches switches = state.switches();
        long size = size(visit);
        long first = Math.max(0, first(visit, size) - (visit.has(Fault.REPEATED_PAGE) ? size : 0));
        List<FakeMember> page = state.listed(first, size);
        if (visit.has(Fault.SHORT_PAGE)) {
            page = page.subList(0, page.size() / 2);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FakeMember member : page) {
            boolean odd = rows.isEmpty() && visit.has(Fault.UNKNOWN_ENUM);
            rows.add(row(odd ? member.withStatus("unheard_of") : member));
        }
        if (switches.listEnvelope() == ListEnvelope.BARE) {
            return FakeReply.json(200, rows);
        }
        Map<String, Object> body = Json.map(switches.listEnvelope().name().toLowerCase(Locale.ROOT), rows);
        if (switches.total()) {
            body.put("total", state.rows());
        }
        return FakeReply.json(200, body);
    }

    private long size(Visit visit) {
        if (state.switches().paging() == MembershipsSwitches.Paging.NONE) {
            return Integer.MAX_VALUE;
        }
        long limit = visit.parameter("limit").orElse(100);
        int max = state.switches().pageSizeMax();
        if (max > 0 && limit > max) {
            throw MembershipsDialect.invalid(List.of("limit must not be greater than " + max));
        }
        if (limit < 1) {
            throw MembershipsDialect.invalid(List.of("limit must not be less than 1"));
        }
        return limit;
    }

    private long first(Visit visit, long size) {
        return switch (state.switches().paging()) {
            case NONE -> 0;
            case LIMIT_AND_OFFSET -> visit.parameter("offset").orElse(0);
            case PAGE_AND_LIMIT -> {
                long base = state.switches().zeroBasedPages() ? 0 : 1;
                long page = visit.parameter("page").orElse(base);
                if (page < base) {
                    throw MembershipsDialect.invalid(List.of("page must not be less than " + base));
                }
                yield (page - base) * size;
            }
        };
    }

    FakeReply get(Visit visit) {
        return item(200, state.member(visit.variable("userId")));
    }

    FakeReply update(Visit visit) {
        FakeMember member = state.member(visit.variable("userId"));
        JsonObject body = visit.body();
        List<String> problems = new ArrayList<>();
        for (String key : new TreeSet<>(body.keys())) {
            if (!UPDATABLE.contains(key)) {
                problems.add("property " + key + " should not exist");
            } else if (!body.isText(key) && !(body.isNull(key) && !key.equals("userId"))) {
                problems.add(key + " must be a string");
            }
        }
        if (body.isText("userId") && !body.text("userId", "").equals(member.userId())) {
            problems.add("userId must be the one in the path");
        }
        if (!problems.isEmpty()) {
            throw MembershipsDialect.invalid(problems);
        }
        FakeMember after = member;
        if (body.has("registrationStatus")) {
            after = after.withRegistrationStatus(body.text("registrationStatus").orElse(null));
        }
        if (body.has("planId")) {
            after = after.withPlan(body.text("planId").orElse(null));
        }
        state.update(after, visit.now());
        return item(200, after);
    }

    private FakeReply item(int status, FakeMember member) {
        Map<String, Object> row = row(member);
        return switch (state.switches().itemEnvelope()) {
            case BARE -> FakeReply.json(status, row);
            case USER -> FakeReply.json(status, Json.map("user", row));
            case DATA -> FakeReply.json(status, Json.map("data", row));
        };
    }

    /** A row carries a field that no note mentions, so that clients which drop or refuse unknown fields are found. */
    private static Map<String, Object> row(FakeMember member) {
        Map<String, Object> row = Json.map(
                "userId", member.userId(),
                "email", member.email(),
                "fullName", member.fullName(),
                "status", member.status());
        if (member.planId() != null) {
            row.put("planId", Objects.requireNonNull(member.planId()));
        }
        if (member.registrationStatus() != null) {
            row.put("registrationStatus", Objects.requireNonNull(member.registrationStatus()));
        }
        row.put("preferences", Map.of("newsletter", true));
        return row;
    }
}
