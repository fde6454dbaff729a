package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.VerifyReport;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways between members and registrations, in one file. */
class RegistrationsTenantTest {
    @TempDir
    private Path folder;

    private final FakeMemberships users = FakeMemberships.builder().build();
    private final FakeMemberships contacts = FakeMemberships.builder()
            .highLevel("loc1", "comp1")
            .apiKey("k", "contacts.readonly", "contacts.write", "locations/customFields.readonly")
            .build();
    private final FakeAccelevents accelevents = FakeAccelevents.builder().build();
    private final FakeServer left = FakeServer.start(users, 0);
    private final FakeServer live = FakeServer.start(contacts, 0);
    private final FakeServer right = FakeServer.start(accelevents, 0);

    @AfterEach
    void stopServices() {
        left.close();
        live.close();
        right.close();
    }

    @Test
    void whoWasRegisteredIsToldSoInTheSameRunAndTheNextOneWritesNothing() {
        SampleData data = SampleData.of(1, 12);
        data.loadInto(users);
        data.loadInto(accelevents);
        try (Tenant tenant = open("template: registrations-to-membership, plans: {'VIP': gold}")) {
            SyncReport first = tenant.engine().sync();
            long told = users.members().all().stream()
                    .map(FakeMember::registrationStatus)
                    .filter("registered"::equals)
                    .count();
            users.writes().clear();
            accelevents.writes().clear();
            tenant.engine().sync();

            assertThat(first.counts().created()).isPositive();
            assertThat(told).isGreaterThanOrEqualTo(first.counts().created());
            assertThat(users.writes().count() + accelevents.writes().count()).isZero();
        }
    }

    @Test
    void aPlanThatATicketOfOursDoesNotBringIsNoDifference() {
        SampleData data = SampleData.of(1, 40);
        data.loadInto(users);
        data.loadInto(accelevents);
        try (Tenant tenant = open("template: registrations-to-membership, plans: {'VIP': gold}")) {
            tenant.engine().sync();

            VerifyReport report = tenant.engine().verify(true);

            assertThat(report.mismatches()).isEmpty();
            assertThat(report.pairs()).isGreaterThan(40).isEqualTo(report.equal());
        }
    }

    @Test
    void aTicketThatAnotherWorkflowHasNameItsMemberIsAligned() {
        SampleData data = SampleData.of(1, 3);
        data.loadInto(users);
        data.loadInto(accelevents);
        FakeEvent event = accelevents.event(SampleData.EVENT);
        users.members().add(FakeMember.of("adopted", "adopted@example.org", "Ann Lee"));
        event.addAttendee(event.ticketType("VIP").orElseThrow().id(), "Ann", "Lee", "adopted@example.org");
        try (Tenant tenant = open("template: registrations-to-membership")) {
            tenant.engine().sync();

            VerifyReport report = tenant.engine().verify(false);

            assertThat(report.unaligned()).isEmpty();
            assertThat(report.aligned()).isEqualTo(report.pairs()).isGreaterThan(2);
        }
    }

    @Test
    void everythingInPlaceIsGood() {
        SampleData.of(1, 3).loadInto(accelevents);
        SampleData.of(1, 3).loadInto(users);
        try (Tenant tenant = open("template: registrations-to-membership, plans: {'VIP': gold}")) {
            assertThat(messages(tenant, Finding.Level.GOOD))
                    .contains(
                            "every ticket type in plans exists",
                            "what registrations tell can be written to members, as far as can be known");
            assertThat(messages(tenant, Finding.Level.WRONG)).isEmpty();
        }
    }

    @Test
    void aTicketTypeThatIsNotThereIsNamedWithTheNearest() {
        SampleData.of(1, 3).loadInto(accelevents);
        try (Tenant tenant = open("template: registrations-to-membership, plans: {'VIPP': gold}")) {
            assertThat(messages(tenant, Finding.Level.WRONG))
                    .singleElement()
                    .asString()
                    .contains("workflows[1].plans", "\"VIPP\"", "\"VIP\"");
        }
    }

    @Test
    void tagsOfUsersAreFoundByTheDoctorAndRefusedBeforeTheFirstRecord() {
        SampleData.of(1, 3).loadInto(accelevents);
        try (Tenant tenant = open("template: registrations-to-tags")) {
            assertThat(messages(tenant, Finding.Level.WRONG))
                    .singleElement()
                    .asString()
                    .contains("workflows[1].tags", "members of this profile have no tags");
            assertThatThrownBy(() -> tenant.engine().sync())
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("tags");
            assertThat(users.writes().count() + accelevents.writes().count()).isZero();
        }
    }

    @Test
    void contactsNeedAPlaceForWhatIsTold() {
        SampleData.of(1, 3).loadInto(accelevents);
        try (Tenant tenant =
                open(contacts("members: {only: {tag: member}}"), "template: registrations-to-membership")) {
            assertThat(messages(tenant, Finding.Level.WRONG))
                    .singleElement()
                    .asString()
                    .contains("registrationStatus: \"field:registration_status\"");
        }
    }

    @Test
    void itIsSaidThatContactsAreMade() {
        SampleData.of(1, 3).loadInto(accelevents);
        try (Tenant tenant = open(
                contacts("members: {only: {tag: member}, registrationStatus: 'tag:reg-'}"),
                "template: registrations-to-membership, unknownRegistrants: create")) {
            assertThat(messages(tenant, Finding.Level.GOOD))
                    .anyMatch(message -> message.contains("contacts can be made of registrants"));
        }
    }

    @Test
    void aCustomFieldThatIsNotThereIsNamed() {
        SampleData.of(1, 3).loadInto(accelevents);
        contacts.contacts().fieldId("event_ticket");
        try (Tenant tenant = open(
                contacts("members: {only: {tag: member}, registrationStatus: 'tag:reg-'}"),
                "template: registrations-to-membership, ticketId: 'field:event_tickt'")) {
            assertThat(messages(tenant, Finding.Level.WRONG))
                    .singleElement()
                    .asString()
                    .contains("\"event_tickt\"", "the nearest is \"event_ticket\"");
        }
    }

    private static List<String> messages(Tenant tenant, Finding.Level level) {
        return tenant.doctor().examine().stream()
                .filter(finding -> finding.level() == level)
                .map(Finding::message)
                .toList();
    }

    private String contacts(String members) {
        return "{profile: highlevel, locationId: loc1, baseUrl: '" + live.url() + "', apiKey: k, " + members
                + ", rate: {calls: 1000, per: 1s}}";
    }

    private Tenant open(String workflow) {
        return open(
                "{baseUrl: '" + left.url() + "', apiKey: " + FakeMemberships.DEFAULT_KEY
                        + ", rate: {calls: 1000, per: 1s}}",
                workflow);
    }

    private Tenant open(String memberships, String workflow) {
        String yaml = String.join(
                "\n",
                "memberships: " + memberships,
                "accelevents: {baseUrl: '" + right.url() + "', apiKey: " + FakeAccelevents.DEFAULT_KEY + ", eventUrl: "
                        + SampleData.EVENT + ", rate: {calls: 1000, per: 1s}}",
                "store: {url: 'jdbc:sqlite:" + folder.resolve("t.db") + "'}",
                "workflows:",
                "  - {template: members-to-attendees, ticketTypes: {gold: VIP, '*': VIP}}",
                "  - {" + workflow + "}");
        return Tenant.open(TenantConfig.parse("tenant.yaml", yaml, Map.of()));
    }
}
