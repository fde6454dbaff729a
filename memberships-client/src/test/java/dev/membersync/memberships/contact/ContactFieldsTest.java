package dev.membersync.memberships.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.TransportException;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"firstName\":\"Ann\",\"lastName\":\"Lee\",\"name\":\"A. L.\"' | Ann Lee",
                "'\"firstName\":\" Ann \",\"lastName\":\"Lee\"' | Ann Lee",
                "'\"firstName\":\"Ann\",\"lastName\":\"\"' | Ann",
                "'\"firstName\":null,\"lastName\":\"Lee\"' | Lee",
                "'\"firstName\":\"\",\"name\":\"Ann Lee\"' | Ann Lee",
                "'\"name\":\" \",\"contactName\":\"ann lee\"' | ann lee",
            })
    void theFullNameIsThatOfTheParts(String row, String fullName) {
        assertThat(read(row).fullName()).contains(fullName);
    }

    @Test
    void theOriginalNamesWinOverThoseInLowerCase() {
        Contact contact = read("\"firstName\":\"ann\",\"firstNameRaw\":\"Ann\",\"lastName\":\"mclee\","
                + "\"lastNameRaw\":\"McLee\",\"contactName\":\"ann mclee\"");
        assertThat(contact.fullName()).contains("Ann McLee");
        assertThat(contact.firstName()).contains("Ann");
        assertThat(contact.extra()).containsEntry("contactName", "ann mclee");
    }

    @Test
    void f22AFieldThatTheRowDoesNotNameIsNotCarried() {
        Contact contact = read("\"type\":\"lead\"");
        assertThat(contact.tags()).isEmpty();
        assertThat(contact.carries("tags")).isFalse();
        assertThat(contact.carries("customFields")).isFalse();
        assertThat(contact.carries(FieldNames.EMAIL)).isFalse();
        assertThat(contact.carries(FieldNames.FULL_NAME)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "customFields", "email", "name", "companyName", "dateUpdated"})
    void f22AFieldThatIsNullIsCarriedWithoutAValue(String field) {
        assertThat(read("\"" + field + "\":null").carries(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName", "name", "contactName", "firstNameRaw"})
    void aNameInAnySpellingIsCarriedAsFullName(String field) {
        Contact contact = read("\"" + field + "\":null");
        assertThat(contact.carries(FieldNames.FULL_NAME)).isTrue();
        assertThat(contact.fullName()).isEmpty();
    }

    @Test
    void aCustomFieldIsFoundByIdAndByKey() {
        Contact contact = read("\"customFields\":[{\"id\":\"f1\",\"key\":\"contact.plan_id\",\"value\":\"gold\"}]");
        assertThat(contact.customField("f1")).contains("gold");
        assertThat(contact.customField("contact.plan_id")).contains("gold");
        assertThat(contact.customField("f2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.50,12.50", "7,7", "true,true", "1E+2,100"})
    void aSingleValueOfACustomFieldHasAText(String value, String text) {
        assertThat(read("\"customFields\":[{\"id\":\"f1\",\"value\":" + value + "}]")
                        .customField("f1"))
                .contains(text);
    }

    @Test
    void aListInACustomFieldHasNoTextAndIsThereAsItIs() {
        Contact contact = read("\"customFields\":[{\"id\":\"f1\",\"value\":[\"a\",\"b\"]}]");
        assertThat(contact.customField("f1")).isEmpty();
        assertThat(contact.customFieldValue("f1").orElseThrow().value()).contains(List.of("a", "b"));
    }

    @Test
    void anEmptiedCustomFieldIsThereWithoutAValue() {
        Contact contact = read("\"customFields\":[{\"id\":\"f1\",\"value\":null}]");
        assertThat(contact.customFieldValue("f1").orElseThrow().value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tags\":\"member\"",
                "\"tags\":{\"0\":\"member\"}",
                "\"tags\":[{\"name\":\"member\"}]",
                "\"customFields\":{\"f1\":\"gold\"}",
                "\"customFields\":[\"gold\"]",
                "\"customFields\":[{\"value\":\"gold\"}]",
            })
    void tagsAndCustomFieldsInAnotherFormFailTheRowBecauseTheyWouldLookRemoved(String row) {
        assertThatThrownBy(() -> read(row)).isInstanceOf(TransportException.class);
    }

    @Test
    void aTimeThatCannotBeReadStaysAsItIs() {
        Contact contact = read("\"dateUpdated\":\"yesterday\"");
        assertThat(contact.dateUpdated()).isEmpty();
        assertThat(contact.extra()).containsEntry("dateUpdated", "yesterday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"contact\":null}", "{}", "{\"contact\":{}}", "{\"contact\":null,\"traceId\":\"t1\"}"})
    void noDuplicateIsAResult(String reply) {
        assertThat(duplicate(reply)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"contact\":{\"email\":\"ann@example.org\"}}", "{\"contacts\":[{\"id\":\"c1\"}]}", "[]", ""})
    void anAnswerOfAnotherFormIsNoProofThatThereIsNoDuplicate(String reply) {
        assertThatThrownBy(() -> duplicate(reply)).isInstanceOf(TransportException.class);
    }

    @Test
    void aRefusedDuplicateTellsWhichContactIsInTheWay() {
        var transport = Scripts.replies(400, """
                {"statusCode":400,"message":"This location does not allow duplicated contacts.",
                 "meta":{"contactId":"c9","contactName":"Ann","matchingField":"email"}}""");
        var create = Scripts.highLevel(transport, MembershipsProfile.HIGHLEVEL)
                .contacts()
                .create(ContactDraft.of("ann@example.org"));
        assertThatThrownBy(create::execute)
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(DuplicateContact.of(refusal))
                                .contains(new DuplicateContact("c9", Optional.of("email"))));
    }

    @Test
    void anyOtherRefusalIsAboutNoDuplicate() {
        var transport = Scripts.replies(422, "{\"message\":[\"property x should not exist\"]}");
        var create = Scripts.highLevel(transport, MembershipsProfile.HIGHLEVEL)
                .contacts()
                .create(ContactDraft.of("ann@example.org"));
        assertThatThrownBy(create::execute)
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(DuplicateContact.of(refusal)).isEmpty());
    }

    @Test
    void nothingPrintsAPerson() {
        Contact contact = read("\"email\":\"ann@example.org\",\"firstName\":\"Ann\",\"contactName\":\"Ann\"");
        ContactDraft draft = ContactDraft.of("ann@example.org").customField(CustomFieldValue.of("f1", "Ann"));
        ContactUpdate update = ContactUpdate.of("c1").with(ContactField.FIRST_NAME, "Ann");
        ContactSearch search =
                ContactSearch.where(Filter.eq("email", "ann@example.org")).query("Ann");
        assertThat(contact + " " + draft + " " + update + " " + search + contact.customFields())
                .doesNotContain("Ann")
                .doesNotContain("ann@");
    }

    @Test
    void aNumberWithAnAbsurdExponentStaysShort() {
        assertThat(CustomFieldValue.of("f1", new BigDecimal("1e999999999")).text())
                .contains("1E+999999999");
        assertThat(CustomFieldValue.of("f1", new BigDecimal("1e9")).text()).contains("1000000000");
    }

    private static Contact read(String fields) {
        var transport = Scripts.replies(200, "{\"contact\":{\"id\":\"c1\"," + fields + "}}");
        return Scripts.highLevel(transport, MembershipsProfile.HIGHLEVEL)
                .contacts()
                .contact("c1")
                .execute();
    }

    private static Optional<Contact> duplicate(String reply) {
        return Scripts.highLevel(Scripts.replies(200, reply), MembershipsProfile.HIGHLEVEL)
                .contacts()
                .duplicate("ann@example.org")
                .execute();
    }
}
