package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.memberships.contact.ContactDraft;
import dev.membersync.memberships.profile.MemberCapabilities;
import dev.membersync.memberships.user.UserUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Members of an account whose builder was given no rule: asking for them says so, before anything is sent. */
final class NoMembers implements MembersApi {

    @Override
    public Paged<Member> list() {
        throw refusal();
    }

    @Override
    public Call<Optional<Member>> find(String userId) {
        throw refusal();
    }

    @Override
    public Paged<Member> withEmail(String email) {
        throw refusal();
    }

    @Override
    public Paged<Member> changedSince(Instant since) {
        throw refusal();
    }

    @Override
    public Call<Member> update(UserUpdate update) {
        throw refusal();
    }

    @Override
    public Call<Member> create(ContactDraft draft) {
        throw refusal();
    }

    @Override
    public Call<Void> check() {
        throw refusal();
    }

    @Override
    public Optional<Call<?>> checkSettings() {
        throw refusal();
    }

    @Override
    public List<String> operations() {
        throw refusal();
    }

    @Override
    public MemberCapabilities capabilities() {
        throw refusal();
    }

    private static IllegalStateException refusal() {
        return new IllegalStateException("on this profile a contact is a member only by an explicit rule: set"
                + " members(MemberSettings.only(MemberRule.tag(\"member\"))) on the client's builder");
    }
}
