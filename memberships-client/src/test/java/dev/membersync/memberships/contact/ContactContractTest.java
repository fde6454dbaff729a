package dev.membersync.memberships.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Change;
import dev.membersync.memberships.Contract;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactContractTest {

    private static final String HIT = """
            {"id":"c1","locationId":"loc1","phoneLabel":"Mobile","country":"US","source":"form","type":"lead","dnd":false,
             "tags":["member","vip"],"dateAdded":"2026-01-02T03:04:05.678Z","dateUpdated":1767323045678,
             "phone":"+15550100","companyName":"Lee Ltd","firstName":"Ann","lastName":"Lee","firstNameLowerCase":"ann",
             "email":"Ann@Example.org","customFields":[{"id":"f1","value":"gold"}],"searchAfter":[1767323045678,"c1"]}""";

    private static final String SEARCH = "{\"locationId\":\"loc1\",\"query\":\"ann\",\"filters\":["
            + "{\"group\":\"OR\",\"filters\":[{\"field\":\"tags\",\"operator\":\"contains\",\"value\":\"member\"},"
            + "{\"field\":\"customFields.f1\",\"operator\":\"eq\",\"value\":\"gold\"}]},"
            + "{\"field\":\"dateUpdated\",\"operator\":\"range\",\"value\":{\"gte\":\"2026-01-02T03:04:05.000Z\"}}],"
            + "\"sort\":[{\"field\":\"dateUpdated\",\"direction\":\"desc\"},"
            + "{\"field\":\"email\",\"direction\":\"asc\"}],\"pageLimit\":100}";

    @ParameterizedTest
    @MethodSource("table")
    void onTheWire(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL);
    }

    @ParameterizedTest
    @MethodSource("table3")
    void onTheWireOfVersion3(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL_V3);
    }

    /** The same as {@link #table}, but for what the generations spell differently. */
    static Stream<Contract> table3() {
        return table().stream()
                .filter(row -> !row.operation().equals("contacts.list"))
                .map(row -> row.sends(
                                row.target(),
                                row.body()
                                        .replace("field_value", "fieldValue")
                                        .replace("\"Email\"", "\"email\"")
                                        .replace("\"SMS\"", "\"sms\""))
                        .answers(row.status(), row.reply().replace("succeded", "succeeded")));
    }

    static List<Contract> table() {
        return List.of(
                on("contacts.search", contacts -> contacts.search(search()))
                        .sends("POST /contacts/search", SEARCH)
                        .answers(200, "{\"contacts\":[" + HIT + "],\"total\":1,\"traceId\":\"t\"}")
                        .gives(Contact.class, ContactContractTest::wholeHit),
                on("contacts.list", contacts -> contacts.list("ann lee"))
                        .sends("GET /contacts/?locationId=loc1&query=ann%20lee&limit=100")
                        .answers(
                                200,
                                "{\"contacts\":[" + HIT + "],\"count\":1,\"meta\":{\"total\":1,"
                                        + "\"startAfter\":1767323045678,\"startAfterId\":\"c1\"}}")
                        .gives(Contact.class, ContactContractTest::wholeHit),
                on("contacts.ofBusiness", contacts -> contacts.ofBusiness("b1"))
                        .sends("GET /contacts/business/b1?locationId=loc1&limit=100&skip=0")
                        .answers(200, "{\"contacts\":[" + HIT + "],\"count\":1}")
                        .gives(Contact.class, ContactContractTest::wholeHit),
                on(
                                "contacts.duplicate",
                                contacts ->
                                        contacts.duplicate("ann+1@example.org").map(Optional::orElseThrow))
                        .sends("GET /contacts/search/duplicate?locationId=loc1&email=ann%2B1%40example.org")
                        .answers(200, "{\"contact\":" + HIT + "}")
                        .gives(Contact.class, ContactContractTest::wholeHit),
                on("contacts.duplicate", contacts -> contacts.duplicateByPhone("+15550100"))
                        .sends("GET /contacts/search/duplicate?locationId=loc1&number=%2B15550100")
                        .answers(200, "{\"contact\":null}")
                        .gives(Object.class, found -> assertThat(found).isEqualTo(Optional.empty())),
                on("contacts.get", contacts -> contacts.contact("c1"))
                        .sends("GET /contacts/c1")
                        .answers(200, "{\"contact\":" + HIT + ",\"traceId\":\"t\"}")
                        .gives(Contact.class, ContactContractTest::wholeHit),
                on("contacts.create", contacts -> contacts.create(draft()))
                        .sends(
                                "POST /contacts/",
                                "{\"locationId\":\"loc1\",\"email\":\"ann@example.org\","
                                        + "\"firstName\":\"Ann\",\"companyName\":\"Lee Ltd\",\"tags\":[\"member\"],\"dnd\":false,"
                                        + "\"dndSettings\":{\"Email\":{\"status\":\"active\"}},\"customFields\":["
                                        + "{\"id\":\"f1\",\"field_value\":\"gold\"},"
                                        + "{\"key\":\"contact.size\",\"field_value\":[\"L\"]}]}")
                        .answers(201, "{\"contact\":" + HIT + "}")
                        .gives(Contact.class, ContactContractTest::wholeHit),
                on("contacts.upsert", contacts -> contacts.upsert(ContactDraft.of("ann@example.org"), true))
                        .sends(
                                "POST /contacts/upsert",
                                "{\"locationId\":\"loc1\",\"email\":\"ann@example.org\","
                                        + "\"createNewIfDuplicateAllowed\":true}")
                        .answers(200, "{\"new\":true,\"contact\":" + HIT + ",\"traceId\":\"t\"}")
                        .gives(Upserted.class, upserted -> {
                            assertThat(upserted.created()).contains(true);
                            wholeHit(upserted.contact());
                        }),
                on("contacts.update", contacts -> contacts.update(update()))
                        .sends(
                                "PUT /contacts/c1",
                                "{\"lastName\":\"Lee\",\"phone\":null,\"tags\":[],"
                                        + "\"dndSettings\":{\"SMS\":{\"status\":\"permanent\"}},"
                                        + "\"customFields\":[{\"id\":\"f1\",\"field_value\":null}]}")
                        .answers(200, "{\"succeded\":true,\"contact\":" + HIT + "}")
                        .gives(Contact.class, ContactContractTest::wholeHit),
                on("contacts.delete", contacts -> contacts.delete("c1"))
                        .sends("DELETE /contacts/c1")
                        .answers(200, "{\"succeded\":true}"));
    }

    static ContactSearch search() {
        return ContactSearch.where(
                        Filter.or(Filter.contains("tags", "member"), Filter.eq(Filter.customField("f1"), "gold")),
                        Filter.atLeast("dateUpdated", Instant.parse("2026-01-02T03:04:05Z")))
                .query("ann")
                .by(Sort.desc("dateUpdated"), Sort.asc("email"));
    }

    static ContactUpdate update() {
        return ContactUpdate.of("c1")
                .with(ContactField.LAST_NAME, "Lee")
                .with(ContactField.PHONE, Change.clear())
                .with(ContactField.EMAIL, Change.keep())
                .tags(List.of())
                .dnd(DndChannel.SMS, DndStatus.PERMANENT)
                .customField(CustomFieldValue.of("f1", "gold"))
                .customField(CustomFieldValue.empty("f1"));
    }

    static Contract on(String operation, Function<ContactsApi, Object> call) {
        return Contract.of(operation, client -> call.apply(client.contacts()));
    }

    static ContactDraft draft() {
        return ContactDraft.of("ann@example.org")
                .with(ContactField.FIRST_NAME, "Ann")
                .with(ContactField.COMPANY_NAME, "Lee Ltd")
                .tags(List.of("member"))
                .dnd(false)
                .dnd(DndChannel.EMAIL, DndStatus.ACTIVE)
                .customField(CustomFieldValue.of("f1", "gold"))
                .customField(CustomFieldValue.ofKey("contact.size", List.of("L")));
    }

    static void wholeHit(Contact contact) {
        assertThat(contact.id()).isEqualTo("c1");
        assertThat(contact.locationId()).contains("loc1");
        assertThat(contact.email()).contains("Ann@Example.org");
        assertThat(contact.phone()).contains("+15550100");
        assertThat(contact.fullName()).contains("Ann Lee");
        assertThat(contact.companyName()).contains("Lee Ltd");
        assertThat(contact.source()).contains("form");
        assertThat(contact.type()).contains("lead");
        assertThat(contact.dnd()).contains(false);
        assertThat(contact.tags()).containsExactly("member", "vip");
        assertThat(contact.customField("f1")).contains("gold");
        assertThat(contact.dateAdded()).contains(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(contact.dateUpdated()).contains(Instant.ofEpochMilli(1767323045678L));
        assertThat(contact.extra())
                .containsEntry("phoneLabel", "Mobile")
                .containsEntry("country", "US")
                .containsEntry("firstNameLowerCase", "ann");
    }
}
