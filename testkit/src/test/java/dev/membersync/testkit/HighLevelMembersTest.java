package dev.membersync.testkit;

import static dev.membersync.testkit.Vendor.object;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighLevelMembersTest {
    private final Vendor vendor = new Vendor();
    private final FakeMembers members = vendor.fake.members();

    @Test
    void aMemberIsATaggedContactWithThreeFieldsAndTwoNames() {
        members.add(new FakeMember("u1", "a@example.com", "Ada King Lovelace", "active", "gold", "registered"));

        FakeRecord contact = vendor.fake.contacts().find("u1").orElseThrow();

        assertThat(contact.texts("tags")).containsExactly("member");
        assertThat(contact.text("firstName")).hasValue("Ada");
        assertThat(contact.text("lastName")).hasValue("King Lovelace");
        assertThat(vendor.fake.contacts().field("u1", "membership_plan")).hasValue("gold");
    }

    @Test
    void whatTheWireWritesTheMembersShow() {
        members.add(FakeMember.of("u1", "a@example.com", "Ada"));

        vendor.send(
                "PUT",
                "/contacts/u1",
                "customFields",
                java.util.List.of(dev.membersync.testkit.internal.Json.map(
                        "key", "registration_status", "field_value", "registered")));

        assertThat(members.find("u1").orElseThrow().registrationStatus()).isEqualTo("registered");
    }

    @Test
    void theSampleDataIsTheSameOnBothProfiles() {
        FakeMemberships standard = FakeMemberships.builder().build();
        SampleData.of(1, 400).loadInto(standard);
        SampleData.of(1, 400).loadInto(vendor.fake);

        assertThat(members.all()).isEqualTo(standard.members().all());
        assertThat(members.listed()).hasSize(401);
        assertThat(object(vendor.search("pageLimit", 500)).objects("contacts")).hasSize(401);
    }

    @Test
    void aContactWithoutTheTagIsNoMember() {
        vendor.fake.contacts().add("Ann", "Lee", "ann@example.com");
        members.add(FakeMember.of("u1", null, null));
        vendor.fake.contacts().untag("u1", "member");

        assertThat(members.all()).isEmpty();
    }

    @Test
    void editsOfMembersKeepWhatElseTheContactHas() {
        members.add(FakeMember.of("u1", null, "Ada"));
        vendor.fake.contacts().tag("u1", "vip");

        members.changePlan("u1", "gold");

        assertThat(vendor.fake.contacts().find("u1").orElseThrow().texts("tags"))
                .containsExactly("member", "vip");
        assertThat(vendor.fake.writes().isEmpty()).isTrue();
    }
}
