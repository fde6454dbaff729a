package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Cursor;
import dev.membersync.client.Page;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.CallBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The users, faithful to the wire. Thread-safe. Calls fail as {@link Call} says; on a wrong or too weak key with an
 * {@link dev.membersync.client.error.AuthException} whose remedy names the missing scope.
 */
public final class UsersApi {

    /** Id of the operation that lists users. */
    public static final String LIST = "users.list";

    /** Id of the operation that reads one user. */
    public static final String FIND = "users.get";

    /** Id of the operation that updates a user. */
    public static final String UPDATE = "users.update";

    private final ApiClient wire;
    private final MembershipsProfile profile;
    private final UserReader reader;

    UsersApi(ApiClient wire, MembershipsProfile profile) {
        this.wire = wire;
        this.profile = profile;
        this.reader = new UserReader(profile);
    }

    /**
     * All users: {@code GET /users/} on STANDARD (DOC), in pages as the profile says (INFER). A row without an id, or a
     * page that is no list, fails the page as a whole. An id may come twice, within a page or on two: rows are given as
     * the vendor sends them.
     */
    public Paged<User> list() {
        return Paged.of(this::page, User::userId);
    }

    /**
     * One user: {@code GET /users/{userId}} on STANDARD (DOC); a {@link
     * dev.membersync.client.error.NotFoundException} when there is none.
     */
    public Call<User> user(String userId) {
        return wire.call(profile.operation(FIND)).path("userId", userId).reader(reader::item);
    }

    /**
     * Changes a user: {@code PUT /users/{userId}} on STANDARD (DOC), safe to repeat. The result is the user as the
     * answer shows it; an answer that shows none gives a user with the id alone, who carries no field.
     *
     * @throws IllegalArgumentException     when the update changes nothing
     * @throws UnsupportedOperationException when the profile cannot write one of the changed fields
     */
    public Call<User> update(UserUpdate update) {
        if (update.isEmpty()) {
            throw new IllegalArgumentException("the update changes nothing");
        }
        return wire.call(profile.operation(UPDATE))
                .path("userId", update.userId())
                .json(body(update))
                .reader(body -> reader.updated(body, update.userId()));
    }

    Call<Page<User>> page(Cursor cursor) {
        CallBuilder call = wire.call(profile.operation(LIST));
        profile.paging().ask(cursor, call::query);
        return call.reader(body -> reader.page(body, cursor));
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
        String name = profile.updateFields().get(field);
        if (name == null) {
            throw new UnsupportedOperationException("the profile " + profile.name() + " cannot update " + field);
        }
        body.put(name, change instanceof Change.To<String> to ? to.value() : null);
    }
}
