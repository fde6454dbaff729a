package dev.membersync.eventops.privacy;

import dev.membersync.eventops.privacy.SystemResult.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an erasure would come to. Reads only: the member once, the tickets from the store. */
final class ErasurePlan {
    private final PersonalData data;
    private final ErasurePolicy policy;
    private final LocalDate due;

    ErasurePlan(PersonalData data, ErasurePolicy policy, Instant now) {
        this.data = data;
        this.policy = policy;
        this.due = due(now);
    }

    /** An erasure is finished within one month (GDPR, Art. 12). */
    static LocalDate due(Instant requestedAt) {
        return LocalDate.ofInstant(requestedAt, ZoneOffset.UTC).plusMonths(1);
    }

    List<SystemResult> of(String userId) {
        List<SystemResult> results = new ArrayList<>();
        Optional<Sheet> member = data.members().find(userId);
        SyncMemory.Found found = data.memory()
                .tickets(Erasure.looking(
                        userId,
                        member.map(data.memory()::address).orElse(OptionalLong.empty()),
                        member.map(data.memory()::name).orElse(OptionalLong.empty())));
        Map<String, Long> places = found.own().stream()
                .collect(Collectors.groupingBy(ErasureTicket::place, TreeMap::new, Collectors.counting()));
        places.forEach((place, count) -> results.add(SystemResult.of(
                "accelevents " + place, Outcome.ERASED, count, "the answers would be overwritten, the tickets stay")));
        long notes = found.own().stream().filter(ErasureTicket::ours).count();
        if (notes > 0) {
            results.add(open("accelevents", notes, ErasureSaga.NOTE));
        }
        found.doubtful().forEach((place, count) -> results.add(open("accelevents " + place, count, ErasureSaga.DOUBT)));
        results.add(member(member));
        results.add(SystemResult.of(
                "signed tickets",
                policy.revoke() ? Outcome.ERASED : Outcome.KEPT,
                found.own().size(),
                policy.revoke() ? "signed tickets of these registrations would be revoked" : "the policy keeps them"));
        results.add(SystemResult.of(
                "store",
                Outcome.ERASED,
                data.memory().scopes(userId).size(),
                "workflows would forget the person; audit and payments stay under a pseudonym"));
        return results;
    }

    private SystemResult member(Optional<Sheet> member) {
        String system = data.members().system();
        if (member.isEmpty()) {
            return SystemResult.of(system, Outcome.NOTHING, 0, "there is no such member");
        }
        return data.members().cannot().isEmpty()
                ? SystemResult.of(system, Outcome.ERASED, 1, "the member would be erased")
                : open(system, 1, String.join(", ", data.members().cannot()));
    }

    private SystemResult open(String system, long count, String note) {
        return SystemResult.open(system, count, note, policy.owner(), due);
    }
}
