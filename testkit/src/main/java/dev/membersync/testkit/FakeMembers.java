package dev.membersync.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of a fake, edited and inspected by tests. Edits here never show in the write log. Thread-safe. */
public final class FakeMembers {
    private final Switchboard board;
    private final MemberShelf shelf;

    FakeMembers(Switchboard board, MemberShelf shelf) {
        this.board = board;
        this.shelf = shelf;
    }

    /** Adds a member at the end of the list. Throws {@link IllegalArgumentException} when the userId is taken. */
    public void add(FakeMember member) {
        change(() -> {
            if (shelf.find(member.userId()).isPresent()) {
                throw new IllegalArgumentException("userId is taken: " + member.userId());
            }
            shelf.put(member);
        });
    }

    /** Adds all members in order. */
    public void addAll(List<FakeMember> all) {
        all.forEach(this::add);
    }

    /** Changes a member. Throws {@link IllegalArgumentException} when there is none or the userId would change. */
    public void edit(String userId, UnaryOperator<FakeMember> edit) {
        change(() -> {
            FakeMember before =
                    shelf.find(userId).orElseThrow(() -> new IllegalArgumentException("no member " + userId));
            FakeMember after = edit.apply(before);
            if (!after.userId().equals(userId)) {
                throw new IllegalArgumentException("a userId never changes");
            }
            shelf.put(after);
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
        change(() -> shelf.remove(userId));
    }

    /** Lists the member once more, at the end of the list. */
    public void duplicateRow(String userId) {
        change(() -> shelf.repeat(userId, -1));
    }

    /** Lists the member once more, at a zero-based place in the list; on HIGHLEVEL, whose lists are sorted, beside itself. */
    public void duplicateRow(String userId, int place) {
        change(() -> shelf.repeat(userId, place));
    }

    /** All members once, in the order they were added. */
    public List<FakeMember> all() {
        return board.locked(shelf::all);
    }

    /** The list as a client sees it, duplicate rows included. */
    public List<FakeMember> listed() {
        return board.locked(shelf::listed);
    }

    /** One member. */
    public Optional<FakeMember> find(String userId) {
        return board.locked(() -> shelf.find(userId));
    }

    /** How many members there are. */
    public int count() {
        return all().size();
    }

    /** Removes everyone. */
    public void clear() {
        change(() -> shelf.all().forEach(member -> shelf.remove(member.userId())));
    }

    /** A snapshot by userId. */
    public Map<String, FakeMember> byId() {
        return all().stream().collect(Collectors.toUnmodifiableMap(FakeMember::userId, member -> member));
    }

    private void change(Runnable edit) {
        board.locked(() -> {
            edit.run();
            return true;
        });
    }
}
