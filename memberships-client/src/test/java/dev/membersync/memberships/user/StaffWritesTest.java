package dev.membersync.memberships.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.Change;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffWritesTest {

    private static final String PASSWORD = "Abcdefghijk1!";
    private static final StaffUpdate PHONE = StaffUpdate.of("u1").phone(Change.to("+1555"));

    private final ScriptedTransport transport = ScriptedTransport.create();

    @Test
    void nothingIsWrittenUnlessItIsEnabled() {
        UsersApi users =
                Scripts.highLevel(transport, MembershipsProfile.HIGHLEVEL).users();
        assertThatThrownBy(() -> users.edit(PHONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("phone")
                .hasMessageContaining("staffWrites(")
                .hasMessageContaining("StaffWrites.of(\"phone\")");
        assertThatThrownBy(() -> users.create(draft()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allowingCreate");
        assertThatThrownBy(() -> users.delete("u1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allowingDelete");
        assertThat(transport.requests()).isEmpty();
    }

    @Test
    void aFieldThatIsNotOnTheListIsRefusedByName() {
        UsersApi users = users(StaffWrites.of("phone"));
        assertThatThrownBy(() -> users.edit(PHONE.role(StaffRole.admin("loc1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("locationIds, role, type")
                .hasMessageNotContaining("phone");
        assertThat(transport.requests()).isEmpty();
    }

    @Test
    void aFieldOnTheListIsWritten() {
        transport.reply(200, "{\"id\":\"u1\"}");
        assertThat(users(StaffWrites.of("phone")).edit(PHONE).execute().id()).isEqualTo("u1");
    }

    @Test
    void aNewUserNeedsThePermissionForWhatItNeedNotHave() {
        UsersApi users = users(StaffWrites.of("phone").allowingCreate());
        assertThatThrownBy(() -> users.create(draft().scopes(List.of("membership.write"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("scopes");
        assertThatCode(() -> users.create(draft().phone("+1555"))).doesNotThrowAnyException();
    }

    @Test
    void toMakeIsNotToDelete() {
        UsersApi users = users(StaffWrites.none().allowingCreate());
        assertThatThrownBy(() -> users.delete("u1")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "Phone", "companyId", "registrationStatus"})
    void aFieldThatCannotBeWrittenCannotBeAllowed(String field) {
        assertThatThrownBy(() -> StaffWrites.of(field))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field);
    }

    @Test
    void theUpdateOfMembersIsNoWayAroundIt() {
        MembershipsProfile profile = MembershipsProfile.HIGHLEVEL.toBuilder()
                .updateField(FieldNames.USER_ID, "id")
                .updateField(FieldNames.PLAN_ID, "role")
                .build();
        UsersApi users = Scripts.highLevel(transport, profile).users();
        assertThatThrownBy(() -> users.update(UserUpdate.of("u1").withPlanId("admin")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("staffWrites(");
    }

    @Test
    void membersAreNoStaff() {
        UsersApi users = Scripts.client(transport).users();
        assertThatThrownBy(() -> users.edit(PHONE))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("STANDARD");
        assertThatThrownBy(() -> users.staff("u1")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anUpdateThatChangesNothingIsRefused() {
        UsersApi users = users(StaffWrites.of("phone"));
        assertThatThrownBy(() -> users.edit(StaffUpdate.of("u1").phone(Change.keep())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Abcdefghi1!", "abcdefghijk1!", "ABCDEFGHIJK1!", "Abcdefghijkl!", "Abcdefghijk12"})
    void aWeakPasswordIsRefusedWithoutBeingShown(String password) {
        assertThatThrownBy(() -> StaffUpdate.of("u1").password(Secret.of(password)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(password);
    }

    @Test
    void aPasswordIsNeverShown() {
        UsersApi users = users(StaffWrites.of("password").allowingCreate());
        StaffUpdate update = StaffUpdate.of("u1").password(Secret.of(PASSWORD));
        assertThat(users.create(draft()).describe().toString()
                        + draft()
                        + update
                        + users.edit(update).describe())
                .contains("password")
                .doesNotContain(PASSWORD, "john@", "John");
    }

    @Test
    void aTextOfScopesIsReadAsAList() {
        transport.reply(200, "{\"id\":\"u1\",\"scopes\":\"contacts.write membership.write\"}");
        assertThat(users(StaffWrites.none()).staff("u1").execute().scopes())
                .containsExactly("contacts.write", "membership.write");
    }

    @Test
    void aDeletionThatIsDeniedIsAFailure() {
        transport.reply(200, "{\"succeded\":false,\"message\":\"no\"}");
        assertThatThrownBy(() ->
                        users(StaffWrites.none().allowingDelete()).delete("u1").execute())
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void addressesAreOneTextSoNoneMayHoldAComma() {
        UsersApi users = users(StaffWrites.none());
        assertThatThrownBy(() -> users.byEmail(List.of("a@x.example,b@x.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> users.byEmail(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private UsersApi users(StaffWrites writes) {
        MembershipsClient client = Scripts.highLevelBuilder(transport, MembershipsProfile.HIGHLEVEL)
                .staffWrites(writes)
                .build();
        return client.users();
    }

    private static StaffDraft draft() {
        return StaffDraft.of("John", "Deo", "john@deo.example", Secret.of(PASSWORD), StaffRole.admin("loc1"));
    }
}
