package dev.membersync.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The members of a fake, edited and inspected by tests. Edits here never show in the write log. Thread-safe. */
public final class FakeMembers {
    private final Switchboard board;
    private final Map<String, FakeMember> members;
    private final List<String> rows;

    FakeMembers(Switchboard board, Map<String, FakeMember> members, List<String> rows) {
        this.board = board;
        this.members = members;
        this.rows = rows;
    }

    /** Adds a member at the end of the list. Throws {@link IllegalArgumentException} when the userId is taken. */
    public void add(FakeMember member) {
        change(() -> {
            if (members.containsKey(member.userId())) {
                throw new IllegalArgumentException("userId is taken: " + member.userId());
            }
            members.put(member.userId(), member);
            rows.add(member.userId());
        });
    }

    /** Adds all members in order. */
    public void addAll(List<FakeMember> all) {
        all.forEach(this::add);
    }

    /** Changes a member. Throws {@link IllegalArgumentException} when there is none or the userId would change. */
    public void edit(String userId, UnaryOperator<FakeMember> edit) {
        change(() -> {
            FakeMember before = members.get(userId);
            if (before == null) {
                throw new IllegalArgumentException("no member " + userId);
            }
            FakeMember after = edit.apply(before);
            if (!after.userId().equals(userId)) {
                throw new IllegalArgumentException("a userId never changes");
            }
            members.put(userId, after);
        });
    }

    /** Gives a member another name. */
    public void rename(String userId, @Nullable String fullName) {
        edit(userId, member -> member.withFullName(fullName));
    }

    /** Gives a member another e-mail. */
    public void changeEmail(String userId, @Nullable String email) {
        edit(userId, member -> member.withEmail(email));
    }

    /** Moves a member to another plan. */
    public void changePlan(String userId, @Nullable String planId) {
        edit(userId, member -> member.withPlan(planId));
    }

    /** Gives a member another status. */
    public void changeStatus(String userId, @Nullable String status) {
        edit(userId, member -> member.withStatus(status));
    }

    /** Deletes a member and all his list rows. */
    public void delete(String userId) {
        change(() -> {
            members.remove(userId);
            rows.removeIf(userId::equals);
        });
    }

    /** Lists the member once more, at the end of the list. */
    public void duplicateRow(String userId) {
        change(() -> rows.add(userId));
    }

    /** Lists the member once more, at a zero-based place in the list. */
    public void duplicateRow(String userId, int place) {
        change(() -> rows.add(place, userId));
    }

    /** All members once, in the order they were added. */
    public List<FakeMember> all() {
        return board.locked(() -> List.copyOf(members.values()));
    }

    /** The list as a client sees it, duplicate rows included. */
    public List<FakeMember> listed() {
        return board.locked(() -> {
            List<FakeMember> listed = new ArrayList<>();
            rows.forEach(id -> Optional.ofNullable(members.get(id)).ifPresent(listed::add));
            return List.copyOf(listed);
        });
    }

    /** One member. */
    public Optional<FakeMember> find(String userId) {
        return board.locked(() -> Optional.ofNullable(members.get(userId)));
    }

    /** How many members there are. */
    public int count() {
        return board.locked(members::size);
    }

    /** Removes everyone. */
    public void clear() {
        change(() -> {
            members.clear();
            rows.clear();
        });
    }

    /** A snapshot by userId. */
    public Map<String, FakeMember> byId() {
        return board.locked(() -> Map.copyOf(new LinkedHashMap<>(members)));
    }

    private void change(Runnable edit) {
        board.locked(() -> {
            edit.run();
            return true;
        });
    }
}
