package dev.membersync.sync.adapter;

import dev.membersync.client.Page;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.policy.Lane;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Value;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of one account through {@link MembershipsClient}. Thread-safe.
 *
 * <p>Where members are users an update carries {@code planId} and {@code registrationStatus} alone (DOC). Where they are
 * contacts it carries the parts of the name, the address, every other field of a contact that can be updated and custom
 * fields by key (SPEC); plan and registration status go where the settings of members keep them, tags included. Other tags
 * are added and taken away one by one, never written as a list. The membership status is never written. Contacts alone
 * can be made: no call that makes a user is documented (DOC).
 */
public final class MembershipsDirectory implements MemberDirectory {
    private final MembershipsClient client;
    private final String account;
    private final boolean replacing;
    private final MemberWrites writes;
    private final MemberFields fields;
    private final MemberCreates creates;

    private MembershipsDirectory(MembershipsClient client, String account, boolean replacing, MemberFields fields) {
        this.client = client;
        this.account = account;
        this.replacing = replacing;
        this.fields = fields;
        this.writes = new MemberWrites(client, replacing);
        this.creates = new MemberCreates(client);
    }

    /**
     * A directory of the client's members.
     *
     * @param account a stable name of the account and of the organisation that its members attend; links belong to it
     */
    public static MembershipsDirectory of(MembershipsClient client, String account) {
        return new MembershipsDirectory(client, account, false, new MemberFields());
    }

    /**
     * The same directory for a deployment whose update of a user clears the fields that it does not name: they are read
     * just before each update and sent again. That a missing field stays as it is, is INFER (memberships-api.md 10.3).
     */
    public MembershipsDirectory whereUpdatesReplace() {
        return new MembershipsDirectory(client, account, true, fields);
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
                        client.members().changedSince(since).pages().iterator(), page -> changes(records(page))))
                : Optional.empty();
    }

    @Override
    public MemberDirectory inLane(Lane lane) {
        return new MembershipsDirectory(client.inLane(lane), account, replacing, fields);
    }

    private static List<Member> records(Page<dev.membersync.memberships.Member> page) {
        return page.items().stream().map(MembershipsDirectory::record).toList();
    }

    private static MemberChanges changes(List<Member> members) {
        Optional<Instant> newest =
                members.stream().flatMap(member -> member.changedAt().stream()).max(Comparator.naturalOrder());
        return new MemberChanges(members, newest);
    }

    @Override
    public Optional<Member> find(String userId) {
        return client.members().find(userId).execute().map(MembershipsDirectory::record);
    }

    @Override
    public boolean writes(String field) {
        return writes.writes(field);
    }

    @Override
    public void checkFields(Collection<String> names) {
        if (!names.isEmpty()) {
            boolean contacts = client.profile().members() == MemberSource.CONTACTS;
            client.checkScopes(List.of(contacts ? "contacts.update" : "users.update"));
        }
        fields.check(client, writes.custom(names));
    }

    @Override
    public MemberCatalogue catalogue(Collection<String> names) {
        return client.profile().members() == MemberSource.CONTACTS
                ? fields.catalogue(client, writes.catalogueKeys(names))
                : MemberCatalogue.none();
    }

    @Override
    public MemberUpdate update(String userId, MemberDraft draft) {
        Stream.concat(
                        draft.values().keySet().stream(),
                        draft.changesTags() ? Stream.of(MemberDraft.TAGS) : Stream.empty())
                .filter(field -> !writes(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new UnsupportedOperationException("the account cannot keep the member's " + field);
                });
        fields.require(client, writes.custom(draft.values().keySet()));
        return unlessGone(userId, () -> writes.update(userId, draft));
    }

    @Override
    public MemberUpdate enrol(String userId, String workflowId) {
        if (!writes(MemberDraft.ENROLMENT)) {
            throw new UnsupportedOperationException("members of this account are in no workflows");
        }
        return unlessGone(userId, () -> {
            client.contacts().workflows(userId).enrol(workflowId).execute();
            return Optional.empty();
        });
    }

    private MemberUpdate unlessGone(String userId, Supplier<Optional<Member>> write) {
        try {
            return new MemberUpdate.Applied(write.get());
        } catch (NotFoundException missing) {
            if (find(userId).isPresent()) {
                throw missing; // the member is there, so something else is not
            }
            return new MemberUpdate.Gone();
        }
    }

    @Override
    public boolean creates() {
        return creates.creates();
    }

    @Override
    public List<Member> withEmail(String email) {
        return creates.withEmail(email);
    }

    @Override
    public MemberCreation create(String firstName, String lastName, String email) {
        return creates.create(firstName, lastName, email);
    }

    static Member record(dev.membersync.memberships.Member seen) {
        return new Member(
                seen.userId(),
                value(seen, FieldNames.EMAIL, seen.email()),
                value(seen, FieldNames.FULL_NAME, seen.fullName()),
                value(seen, FieldNames.STATUS, seen.status().map(MemberStatus::value)),
                value(seen, FieldNames.PLAN_ID, seen.planId()),
                fields(seen),
                changedAt(seen.extra().get("dateUpdated")));
    }

    /** Contacts say when they changed (SPEC), users do not. */
    private static Optional<Instant> changedAt(@Nullable Object text) {
        try {
            return Optional.ofNullable(text).map(Object::toString).map(Instant::parse);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** A field that the reply did not carry is absent, which clears nothing; one that it carried empty is empty. */
    private static Value value(dev.membersync.memberships.Member seen, String field, Optional<String> text) {
        return text.map(Value::of).orElseGet(() -> seen.carries(field) ? Value.empty() : Value.absent());
    }

    /** Tags stand one in a line; what an update leaves about the registration is among the fields where a reply shows it. */
    private static Map<String, Value> fields(dev.membersync.memberships.Member seen) {
        Map<String, Value> fields = new HashMap<>();
        if (seen.carries(FieldNames.REGISTRATION_STATUS)) {
            fields.put(
                    MemberDraft.REGISTRATION_STATUS,
                    Value.of(seen.registrationStatus().orElse(null)));
        }
        seen.extra().forEach((name, value) -> {
            if (name.equals(MemberDraft.TAGS) && value instanceof List<?> tags) {
                fields.put(name, Value.of(tags.stream().map(String::valueOf).collect(Collectors.joining("\n"))));
            } else if (value == null) {
                fields.put(name, Value.empty());
            } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                fields.put(name, Value.of(value.toString()));
            }
        });
        return fields;
    }
}
