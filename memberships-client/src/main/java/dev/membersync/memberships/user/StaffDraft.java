package dev.membersync.memberships.user;

import dev.membersync.client.auth.Secret;
import dev.membersync.memberships.internal.Terms;
import java.util.Collection;
import java.util.Map;

/**
 * A login of the staff to make. What {@link #of} takes needs no permission beyond {@link StaffWrites#allowingCreate};
 * every other field must be on its list. Immutable. Source: SPEC, memberships-api.md 2.1.
 */
public final class StaffDraft {

    private final Terms required;
    private final Terms more;

    private StaffDraft(Terms required, Terms more) {
        this.required = required;
        this.more = more;
    }

    /**
     * What every login has.
     *
     * @throws IllegalArgumentException when the password is not what the vendor asks for: at least 12 characters, among
     *                                  them an upper-case and a lower-case letter, a digit and a special character
     */
    public static StaffDraft of(String firstName, String lastName, String email, Secret password, StaffRole role) {
        return new StaffDraft(
                Terms.none()
                        .text("firstName", firstName)
                        .text("lastName", lastName)
                        .text("email", email)
                        .and("password", StaffPassword.checked(password))
                        .maybe("type", role.type())
                        .maybe("role", role.role())
                        .and("locationIds", role.locationIds()),
                Terms.none());
    }

    /** The telephone. */
    public StaffDraft phone(String phone) {
        return with(more.text("phone", phone));
    }

    /** What is switched on and off; the vendor's defaults hold for the rest. */
    public StaffDraft permissions(Map<String, Boolean> permissions) {
        return with(more.and("permissions", permissions));
    }

    /** What the login may do: exactly these; none switches everything off. */
    public StaffDraft scopes(Collection<String> scopes) {
        return with(more.and("scopes", scopes));
    }

    /** What the login may do with what is assigned to it alone: exactly these. */
    public StaffDraft scopesAssignedToOnly(Collection<String> scopes) {
        return with(more.and("scopesAssignedToOnly", scopes));
    }

    /** The address of a picture. */
    public StaffDraft profilePhoto(String url) {
        return with(more.text("profilePhoto", url));
    }

    /** The telephone number to call from, by location. */
    public StaffDraft twilioPhone(Map<String, String> numbers) {
        return with(more.and("twilioPhone", numbers));
    }

    /** The language of the vendor's pages, such as {@code en_US}. */
    public StaffDraft platformLanguage(String language) {
        return with(more.text("platformLanguage", language));
    }

    Terms terms() {
        return required.and(more);
    }

    Terms more() {
        return more;
    }

    /** Shows the names of the fields, never a person's data or a password. */
    @Override
    public String toString() {
        return "StaffDraft" + terms();
    }

    private StaffDraft with(Terms other) {
        return new StaffDraft(required, other);
    }
}
