package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Cursor;
import dev.membersync.client.Paged;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.internal.RecoveredCall;
import dev.membersync.memberships.internal.Refusals;
import dev.membersync.memberships.internal.Wire;
import dev.membersync.memberships.profile.MemberCapabilities;
import dev.membersync.memberships.user.UserUpdate;
import dev.membersync.memberships.user.UsersApi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Members that are users. */
final class UserMembers implements MembersApi {

    private final Wire wire;
    private final UsersApi users;

    UserMembers(Wire wire, UsersApi users) {
        this.wire = wire;
        this.users = users;
    }

    @Override
    public Paged<Member> list() {
        return users.list().map(Member::of);
    }

    @Override
    public Call<Optional<Member>> find(String userId) {
        return orNobody(users.user(userId).map(user -> Optional.of(Member.of(user))));
    }

    @Override
    public Paged<Member> withEmail(String email) {
        return list().select(member -> Optional.of(member).filter(found -> found.hasEmail(email)));
    }

    @Override
    public Paged<Member> changedSince(Instant since) {
        throw new UnsupportedOperationException("the profile " + wire.profile().name()
                + " does not say when a member changed: read the whole list and compare");
    }

    @Override
    public Call<Member> update(UserUpdate update) {
        return users.update(update).map(Member::of);
    }

    @Override
    public Call<Void> check() {
        CallBuilder call = wire.call("users.list");
        wire.profile().route("users.list").paging().rows(1).ask(Cursor.FIRST, call::query);
        return call.ignoringBody();
    }

    @Override
    public Optional<Call<?>> checkSettings() {
        return Optional.empty();
    }

    @Override
    public List<String> operations() {
        return List.of("users.list", "users.get");
    }

    @Override
    public MemberCapabilities capabilities() {
        return wire.profile().capabilities();
    }

    /** A missing record is an answer to a search; a missing path is not. */
    static Call<Optional<Member>> orNobody(Call<Optional<Member>> call) {
        return RecoveredCall.of(
                call,
                failure -> failure instanceof NotFoundException && Refusals.isAboutARecord(failure.vendorMessage())
                        ? Optional.of(Optional.empty())
                        : Optional.empty());
    }
}
