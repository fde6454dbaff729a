package dev.membersync.sync.adapter;

import dev.membersync.client.Page;
import dev.membersync.client.policy.Lane;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of one account through {@link MembershipsClient}; reads only. Thread-safe. */
public final class MembershipsDirectory implements MemberDirectory {
    private final MembershipsClient client;
    private final String account;

    private MembershipsDirectory(MembershipsClient client, String account) {
        this.client = client;
        this.account = account;
    }

    /**
     * A directory of the client's members.
     *
     * @param account a stable name of the account and of the organisation that its members attend; links belong to it
     */
    public static MembershipsDirectory of(MembershipsClient client, String account) {
        return new MembershipsDirectory(client, account);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public void checkAccess() {
        client.checkAccess();
    }

    @Override
    public Iterable<List<Member>> pages() {
        return () -> new Mapped<>(client.members().list().pages().iterator(), MembershipsDirectory::records);
    }

    @Override
    public Optional<Iterable<MemberChanges>> changedSince(Instant since) {
        return client.members().capabilities().modifiedSince()
                ? Optional.of(() -> new Mapped<>(
                        client.members().changedSince(since).pages().iterator(),
                        page -> new MemberChanges(records(page), newest(page))))
                : Optional.empty();
    }

    @Override
    public MemberDirectory inLane(Lane lane) {
        return new MembershipsDirectory(client.inLane(lane), account);
    }

    private static List<Member> records(Page<dev.membersync.memberships.Member> page) {
        return page.items().stream().map(MembershipsDirectory::record).toList();
    }

    private static Optional<Instant> newest(Page<dev.membersync.memberships.Member> page) {
        return page.items().stream()
                .flatMap(member -> Optional.ofNullable(member.extra().get("dateUpdated")).stream())
                .map(time -> Instant.parse(time.toString()))
                .max(Comparator.naturalOrder());
    }

    @Override
    public Optional<Member> find(String userId) {
        return client.members().find(userId).execute().map(MembershipsDirectory::record);
    }

    private static Member record(dev.membersync.memberships.Member seen) {
        return new Member(
                seen.userId(),
                value(seen, FieldNames.EMAIL, seen.email()),
                value(seen, FieldNames.FULL_NAME, seen.fullName()),
                value(seen, FieldNames.STATUS, seen.status().map(MemberStatus::value)),
                value(seen, FieldNames.PLAN_ID, seen.planId()),
                fields(seen.extra()));
    }

    /** A field that the reply did not carry is absent, which clears nothing; one that it carried empty is empty. */
    private static Value value(dev.membersync.memberships.Member seen, String field, Optional<String> text) {
        return text.map(Value::of).orElseGet(() -> seen.carries(field) ? Value.empty() : Value.absent());
    }

    private static Map<String, Value> fields(Map<String, Object> extra) {
        Map<String, Value> fields = new HashMap<>();
        extra.forEach((name, value) -> {
            if (value == null) {
                fields.put(name, Value.empty());
            } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                fields.put(name, Value.of(value.toString()));
            }
        });
        return fields;
    }
}
