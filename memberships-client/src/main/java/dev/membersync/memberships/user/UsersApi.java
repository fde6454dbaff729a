package dev.membersync.memberships.user;

import dev.membersync.client.Call;
import dev.membersync.client.Change;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Terms;
import dev.membersync.memberships.internal.Wire;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users, faithful to the wire: the members on STANDARD, the staff's logins on HighLevel. Thread-safe. Calls fail as
 * {@link Call} says; on a wrong or too weak key with an {@link dev.membersync.client.error.AuthException} whose remedy
 * names the missing scope.
 */
public final class UsersApi {

    private static final String FIND = "users.get";
    private static final String UPDATE = "users.update";

    private final Wire wire;
    private final StaffWrites writes;
    private final UserReader reader;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public UsersApi(Wire wire, StaffWrites writes) {
        this.wire = wire;
        this.writes = writes;
        MembershipsProfile profile = wire.profile();
        // Only STANDARD's pages disagree about what is wrapped in what.
        this.reader = new UserReader(profile.fields(), profile.route(FIND).keys());
    }

    /**
     * All users: {@code GET /users/} (STANDARD: DOC, in pages as the profile says, INFER; HIGHLEVEL: SPEC, deprecated
     * there, the users of the location in one reply; HIGHLEVEL_V3 has no such operation). A row without an id, or a page
     * that is no list, fails the page as a whole. An id may come twice, within a page or on two: rows are given as the
     * vendor sends them.
     */
    public Paged<User> list() {
        Listing<User> all = Listing.of("users.list", reader::user, User::userId);
        return wire.list(wire.profile().located() ? all.query("locationId", wire.location()) : all);
    }

    /**
     * One user: {@code GET /users/{userId}} (STANDARD: DOC, HIGHLEVEL: SPEC); a {@link
     * dev.membersync.client.error.NotFoundException} when there is none.
     */
    public Call<User> user(String userId) {
        return wire.call(FIND).path("userId", userId).reader(reader::item);
    }

    /**
     * Changes a member that is a user: {@code PUT /users/{userId}} on STANDARD (DOC), safe to repeat. The result is the
     * user as the answer shows it; an answer that shows none gives a user with the id alone, who carries no field.
     *
     * @throws IllegalArgumentException     when the update changes nothing
     * @throws UnsupportedOperationException when the profile cannot write one of the changed fields
     */
    public Call<User> update(UserUpdate update) {
        if (update.isEmpty()) {
            throw new IllegalArgumentException("the update changes nothing");
        }
        return wire.call(UPDATE)
                .path("userId", update.userId())
                .json(body(update))
                .reader(body -> reader.updated(body, update.userId()));
    }

    /**
     * The staff of the company: {@code GET /users/search} (SPEC). Without {@code companyId}, which is always sent, the
     * vendor answers a misleading 401 (LIVE).
     */
    public Paged<StaffUser> search(StaffQuery query) {
        return wire.list(Listing.of("users.search", StaffReader::user, StaffUser::id)
                .query("companyId", wire.company())
                .query(query.terms().map()));
    }

    /**
     * Those of the staff with one of these addresses, in full: {@code POST /users/search/filter-by-email} (SPEC), for a
     * token of the company alone.
     *
     * @throws IllegalArgumentException when there is none, or one holds a comma: the vendor takes them as one text
     */
    public Paged<StaffUser> byEmail(Collection<String> emails) {
        if (emails.isEmpty() || emails.stream().anyMatch(email -> email.isBlank() || email.indexOf(',') >= 0)) {
            throw new IllegalArgumentException("addresses must be there, and none may be blank or hold a comma");
        }
        return wire.list(Listing.of("users.byEmail", StaffReader::user, StaffUser::id)
                .body(Terms.none()
                        .and("companyId", wire.company())
                        .and("emails", String.join(",", emails))
                        .and("projection", "all")
                        .map()));
    }

    /** One of the staff: {@code GET /users/{userId}} (SPEC), of any location that the token sees (LIVE). */
    public Call<StaffUser> staff(String userId) {
        return staffCall(FIND).path("userId", userId).reader(wire.one(FIND, StaffReader::user));
    }

    /**
     * Makes a login: {@code POST /users/} (SPEC); never repeated by itself.
     *
     * @throws IllegalStateException when the client's {@link StaffWrites} do not allow it
     */
    public Call<StaffUser> create(StaffDraft draft) {
        CallBuilder call = staffCall("users.create");
        writes.checkCreate(draft.more().names());
        return call.json(Terms.none()
                        .and("companyId", wire.company())
                        .and(draft.terms())
                        .map())
                .reader(wire.one("users.create", StaffReader::user));
    }

    /**
     * Changes a login: {@code PUT /users/{userId}} (SPEC); carries {@code companyId} where the client knows it, because
     * a token of the company needs it.
     *
     * @throws IllegalArgumentException when the update changes nothing
     * @throws IllegalStateException    when the client's {@link StaffWrites} do not allow one of the fields
     */
    public Call<StaffUser> edit(StaffUpdate update) {
        CallBuilder call = staffCall(UPDATE);
        if (update.terms().names().isEmpty()) {
            throw new IllegalArgumentException("the update changes nothing");
        }
        writes.checkFields(update.terms().names());
        return call.path("userId", update.userId())
                .json(Terms.none()
                        .maybe("companyId", wire.knownCompany())
                        .and(update.terms())
                        .map())
                .reader(wire.one(UPDATE, StaffReader::user));
    }

    /**
     * Deletes a login: {@code DELETE /users/{userId}} (SPEC). The vendor queues it, which takes minutes.
     *
     * @throws IllegalStateException when the client's {@link StaffWrites} do not allow it
     */
    public Call<StaffDeletion> delete(String userId) {
        CallBuilder call = staffCall("users.delete");
        writes.checkDelete();
        return call.path("userId", userId).reader(wire.one("users.delete", StaffReader::deletion));
    }

    private CallBuilder staffCall(String operation) {
        if (wire.profile().members() == MemberSource.USERS) {
            throw new UnsupportedOperationException(
                    "users are members in the profile " + wire.profile().name() + ", not staff");
        }
        return wire.call(operation);
    }

    private Map<String, @Nullable Object> body(UserUpdate update) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        put(body, FieldNames.USER_ID, Change.to(update.userId()));
        put(body, FieldNames.REGISTRATION_STATUS, update.registrationStatus());
        put(body, FieldNames.PLAN_ID, update.planId());
        return body;
    }

    private void put(Map<String, @Nullable Object> body, String field, Change<String> change) {
        if (change instanceof Change.Keep<String>) {
            return;
        }
        MembershipsProfile profile = wire.profile();
        String name = profile.updateFields().get(field);
        if (name == null) {
            throw new UnsupportedOperationException("the profile " + profile.name() + " cannot update " + field
                    + " of a user; members().update(..) writes where its members are kept");
        }
        if (profile.members() != MemberSource.USERS) {
            writes.checkFields(Set.of(name));
        }
        body.put(name, change instanceof Change.To<String> to ? to.value() : null);
    }
}
