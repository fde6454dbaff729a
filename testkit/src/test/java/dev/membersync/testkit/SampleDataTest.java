package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private final SampleData data = SampleData.of(1, 400);

    private List<String> emails() {
        return data.members().stream()
                .map(FakeMember::email)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void theSameSeedMakesTheSamePeople() {
        assertThat(SampleData.of(1, 400).members()).isEqualTo(data.members());
        assertThat(SampleData.of(2, 400).members()).isNotEqualTo(data.members());
    }

    @Test
    void everyAddressIsAtADomainReservedForExamples() {
        assertThat(emails())
                .allMatch(email -> email.toLowerCase(java.util.Locale.ROOT).matches("[^@]+@example\\.(com|org|net)"));
        assertThat(data.registered()).allMatch(answers -> answers.get("Email").matches(".+@example\\.(com|org|net)"));
    }

    @Test
    void someMembersShareAnAddressAndSomeHaveNone() {
        assertThat(new HashSet<>(emails())).hasSizeLessThan(emails().size());
        assertThat(emails()).hasSizeLessThan(400);
    }

    @Test
    void theOddAddressesAreThere() {
        assertThat(emails()).anyMatch(email -> email.contains("+events@"));
        assertThat(emails())
                .anyMatch(email -> email.endsWith(".COM") || email.endsWith(".ORG") || email.endsWith(".NET"));
        assertThat(emails()).anyMatch(email -> email.length() > 75);
    }

    @Test
    void namesComeInBothUnicodeFormsAndOverLong() {
        assertThat(data.members()).anyMatch(member -> !Normalizer.isNormalized(member.fullName(), Normalizer.Form.NFC));
        assertThat(data.members())
                .anyMatch(member -> member.fullName().split(" ")[0].length() > 50);
    }

    @Test
    void plansAndStatusesAreMixed() {
        assertThat(data.members()).extracting(FakeMember::planId).contains("gold", "silver", "basic", null);
        assertThat(data.members()).extracting(FakeMember::status).contains("active", "inactive", "pending", "on_leave");
    }

    @Test
    void bothFakesAreFilled() {
        FakeMemberships memberships = FakeMemberships.builder().build();
        FakeAccelevents accelevents = FakeAccelevents.builder().build();

        data.loadInto(memberships);
        data.loadInto(accelevents);

        assertThat(memberships.members().listed()).hasSize(401);
        assertThat(accelevents.event(SampleData.EVENT).attendees())
                .hasSameSizeAs(data.registered())
                .hasSizeGreaterThan(30);
        assertThat(accelevents.writes().isEmpty()).isTrue();
    }

    @Test
    void someAttendeesAreMembersAndSomeAreStrangers() {
        List<String> known = emails();

        assertThat(data.registered()).anyMatch(answers -> known.contains(answers.get("Email")));
        assertThat(data.registered()).anyMatch(answers -> !known.contains(answers.get("Email")));
    }

    @Test
    void smallSetsWorkToo() {
        assertThat(SampleData.of(1, 0).members()).isEmpty();
        assertThat(SampleData.of(1, 1).members()).hasSize(1);
    }
}
