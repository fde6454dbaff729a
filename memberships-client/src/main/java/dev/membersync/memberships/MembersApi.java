package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Page;
import dev.membersync.client.Paged;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.memberships.internal.RecoveredCall;
import dev.membersync.memberships.internal.Refusals;
import java.util.Optional;

/**
 * The members, whatever the profile keeps them in: the view that a synchronisation uses. On STANDARD members are the
 * users. Thread-safe; calls fail as {@link Call} says.
 */
public final class MembersApi {

    private final UsersApi users;
    private final MemberCapabilities capabilities;

    MembersApi(UsersApi users, MemberCapabilities capabilities) {
        this.users = users;
        this.capabilities = capabilities;
    }

    /**
     * All members, page by page. A row that cannot be read fails its page, so a scan that ends is complete as far as the
     * vendor tells; an id may come twice.
     */
    public Paged<Member> list() {
        return Paged.of(cursor -> users.page(cursor).map(MembersApi::members), Member::userId);
    }

    /**
     * The member of this id, or empty when the vendor says that there is none. A path that the server does not know is
     * still a {@link NotFoundException}: a wrong base URL must not look like a club without members.
     */
    public Call<Optional<Member>> find(String userId) {
        Call<Optional<Member>> call = users.user(userId).map(user -> Optional.of(Member.of(user)));
        return RecoveredCall.of(
                call,
                failure -> failure instanceof NotFoundException && !Refusals.isRoute(failure.vendorMessage())
                        ? Optional.of(Optional.empty())
                        : Optional.empty());
    }

    /** Changes a member; as {@link UsersApi#update}, by the profile's way of writing. */
    public Call<Member> update(UserUpdate update) {
        return users.update(update).map(Member::of);
    }

    /** What members can tell on this profile. */
    public MemberCapabilities capabilities() {
        return capabilities;
    }

    private static Page<Member> members(Page<User> page) {
        return new Page<>(page.items().stream().map(Member::of).toList(), page.total(), page.next(), page.number());
    }
}
