package dev.membersync.sync.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Members in memory. */
final class MemoryMembers implements Members {
    private final MemoryRows rows;

    MemoryMembers(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void save(Collection<MemberRow> saved) {
        saved.forEach(row -> rows.members.put(row.userId(), row));
    }

    @Override
    public Map<String, MemberRow> find(Collection<String> userIds) {
        return rows.members.find(userIds).stream()
                .collect(Collectors.toUnmodifiableMap(MemberRow::userId, Function.identity(), (a, b) -> a));
    }

    @Override
    public int unlinkedWithEmail(long emailKey) {
        return (int) rows.members.find(rows.membersByEmail.keys(emailKey)).stream()
                .filter(row -> !row.gone() && !rows.isLinked(row.userId()))
                .count();
    }

    @Override
    public List<String> withEmail(long emailKey, int limit) {
        return rows.members.find(rows.membersByEmail.keys(emailKey)).stream()
                .filter(row -> !row.gone())
                .map(MemberRow::userId)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public List<MemberRow> linkedUnseenSince(long generation, String after, int limit) {
        return rows.members
                .after(after)
                .filter(row -> !row.gone() && row.generation() < generation && isLive(row))
                .limit(limit)
                .toList();
    }

    @Override
    public List<MemberRow> page(String after, int limit) {
        return rows.members.after(after).limit(limit).toList();
    }

    @Override
    public long count() {
        return rows.members.rows().stream().filter(row -> !row.gone()).count();
    }

    private boolean isLive(MemberRow row) {
        return rows.links
                .find(row.userId())
                .filter(link -> link.state() == Link.State.LIVE)
                .isPresent();
    }
}
