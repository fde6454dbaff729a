package dev.membersync.memberships.user;

import dev.membersync.client.Change;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.util.Collection;
import java.util.Map;

/**
 * What to change about one login of the staff; what is not named stays as it is. Every field must be allowed by {@link
 * StaffWrites}. The address cannot be changed: the vendor no longer supports it. Immutable. Source: SPEC,
 * memberships-api.md 2.1.
 */
public final class StaffUpdate {

    private final String userId;
    private final Terms terms;

    private StaffUpdate(String userId, Terms terms) {
        this.userId = userId;
        this.terms = terms;
    }

    /** An update of this user that changes nothing yet. */
    public static StaffUpdate of(String userId) {
        return new StaffUpdate(Texts.required("userId", userId), Terms.none());
    }

    /** The first name. */
    public StaffUpdate firstName(String name) {
        return with(terms.text("firstName", name));
    }

    /** The last name. */
    public StaffUpdate lastName(String name) {
        return with(terms.text("lastName", name));
    }

    /**
     * The password.
     *
     * @throws IllegalArgumentException as {@link StaffDraft#of} says
     */
    public StaffUpdate password(Secret password) {
        return with(terms.and("password", StaffPassword.checked(password)));
    }

    /** The telephone; that it can be cleared is INFER. */
    public StaffUpdate phone(Change<String> change) {
        return with(terms.change("phone", change));
    }

    /** Type, role and locations, those that the role names; the locations replace those the user has. */
    public StaffUpdate role(StaffRole role) {
        Terms more = terms.maybe("type", role.type()).maybe("role", role.role());
        return with(role.locationIds().isEmpty() ? more : more.and("locationIds", role.locationIds()));
    }

    /** What is switched on and off. */
    public StaffUpdate permissions(Map<String, Boolean> permissions) {
        return with(terms.and("permissions", permissions));
    }

    /** What the login may do: these replace the whole set it has; none switches everything off. */
    public StaffUpdate scopes(Collection<String> scopes) {
        return with(terms.and("scopes", scopes));
    }

    /** What the login may do with what is assigned to it alone: these replace the whole set it has. */
    public StaffUpdate scopesAssignedToOnly(Collection<String> scopes) {
        return with(terms.and("scopesAssignedToOnly", scopes));
    }

    /** The address of a picture; that it can be cleared is INFER. */
    public StaffUpdate profilePhoto(Change<String> change) {
        return with(terms.change("profilePhoto", change));
    }

    /** The telephone number to call from, by location: these replace all that are stored. */
    public StaffUpdate twilioPhone(Map<String, String> numbers) {
        return with(terms.and("twilioPhone", numbers));
    }

    /** The language of the vendor's pages, such as {@code en_US}. */
    public StaffUpdate platformLanguage(String language) {
        return with(terms.text("platformLanguage", language));
    }

    String userId() {
        return userId;
    }

    Terms terms() {
        return terms;
    }

    /** Shows the id and the names of the fields, never a person's data or a password. */
    @Override
    public String toString() {
        return "StaffUpdate[" + userId + "]" + terms;
    }

    private StaffUpdate with(Terms other) {
        return new StaffUpdate(userId, other);
    }
}
