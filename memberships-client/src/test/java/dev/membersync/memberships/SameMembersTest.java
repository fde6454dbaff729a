package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Change;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MemberCapabilities;
import dev.membersync.memberships.user.UserUpdate;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.SampleData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same people on both profiles give the same answers. What may differ, and why:
 *
 * <ul>
 *   <li>the order of the list: neither vendor promises one;
 *   <li>blanks around a name, and around the blank at which it was split: HighLevel keeps a first and a last name, whose
 *       outer blanks are nobody's name, see {@link #shown};
 *   <li>whether a missing plan or registration status is carried: the documented reply of STANDARD has neither field, the
 *       custom fields of a contact are always listed;
 *   <li>{@code modifiedSince}: STANDARD has no time of change (DOC);
 *   <li>the id: each vendor has its own; the fake of HighLevel keeps the one it was given, so that people can be matched.
 * </ul>
 */
class SameMembersTest {

    private static final String ODD_BLANKS = "odd-blanks";

    enum Service {
        STANDARD,
        HIGHLEVEL
    }

    private record Person(
            Optional<String> email,
            Optional<String> fullName,
            Optional<String> status,
            Optional<String> plan,
            Optional<String> registration) {}

    private static final List<FakeMember> PEOPLE = Stream.concat(
                    SampleData.of(7, 250).members().stream(),
                    Stream.of(
                            FakeMember.of("nobody-at-all", null, null).withStatus(null),
                            FakeMember.of(ODD_BLANKS, "blanks@example.org", " Ann   Lee "),
                            FakeMember.of("one-word", "one@example.org", "Plato")
                                    .withRegistrationStatus("registered")))
            .toList();

    private @Nullable FakeMemberships fake;

    @BeforeEach
    void nothingYet() {
        fake = null;
    }

    @ParameterizedTest
    @EnumSource
    void everyoneIsListedAsTheyAre(Service service) {
        MembersApi api = load(service);
        Map<String, Person> listed =
                api.list().stream().collect(Collectors.toMap(Member::userId, SameMembersTest::person));
        assertThat(listed).isEqualTo(expected(service));
    }

    @ParameterizedTest
    @EnumSource
    void aMemberListedTwiceComesTwice(Service service) {
        MembersApi api = load(service);
        fake(service).members().duplicateRow("one-word");
        assertThat(api.list()).hasSize(PEOPLE.size() + 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatHasAValueIsCarriedAndSoIsTheStatusWhateverItIs(Service service) {
        assertThat(load(service).list()).allSatisfy(member -> {
            assertThat(member.carries(FieldNames.STATUS)).isTrue();
            assertThat(member.carries(FieldNames.PLAN_ID))
                    .isEqualTo(service == Service.HIGHLEVEL || member.planId().isPresent());
            assertThat(member.carries(FieldNames.REGISTRATION_STATUS))
                    .isEqualTo(service == Service.HIGHLEVEL
                            || member.registrationStatus().isPresent());
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoIsFoundIsTheSame(Service service) {
        MembersApi api = load(service);
        Map<String, Person> expected = expected(service);
        for (FakeMember one : PEOPLE.subList(0, 40)) {
            assertThat(api.find(one.userId()).execute())
                    .map(SameMembersTest::person)
                    .contains(expected.get(one.userId()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotThereIsNotFound(Service service) {
        assertThat(load(service).find("nobody").execute()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAddressIsFoundWhateverItsCase(Service service) {
        MembersApi api = load(service);
        String shared = PEOPLE.get(28).email();
        assertThat(shared).isNotNull();
        assertThat(api.withEmail(" " + shared.toUpperCase(Locale.ROOT)))
                .extracting(Member::userId)
                .containsExactlyInAnyOrder(
                        PEOPLE.get(27).userId(), PEOPLE.get(28).userId());
        assertThat(api.withEmail("nobody@example.org")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsAnsweredAndReadBack(Service service) {
        MembersApi api = load(service);
        Member answer = api.update(UserUpdate.of("one-word")
                        .withRegistrationStatus("checked in")
                        .withPlanId("Gold Plus"))
                .execute();
        Member read = api.find("one-word").execute().orElseThrow();
        for (Member member : List.of(answer, read)) {
            assertThat(person(member))
                    .isEqualTo(new Person(
                            Optional.of("one@example.org"),
                            Optional.of("Plato"),
                            Optional.of("active"),
                            Optional.of("Gold Plus"),
                            Optional.of("checked in")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsClearedIsGoneAndTheRestIsKept(Service service) {
        MembersApi api = load(service);
        api.update(UserUpdate.of("one-word").withPlanId("gold")).execute();
        api.update(UserUpdate.of("one-word").withPlanId(Change.clear())).execute();
        Member read = api.find("one-word").execute().orElseThrow();
        assertThat(read.planId()).isEmpty();
        assertThat(read.registrationStatus()).contains("registered");
    }

    @ParameterizedTest
    @EnumSource
    void theyHoldTheSame(Service service) {
        boolean tellsChanges = service == Service.HIGHLEVEL;
        assertThat(load(service).capabilities()).isEqualTo(new MemberCapabilities(tellsChanges, true, true, true));
    }

    private MembersApi load(Service service) {
        FakeMemberships made = fake(service);
        made.members().addAll(PEOPLE);
        MembersApi api = service == Service.STANDARD ? Fakes.standard(made) : Fakes.members(made, Fakes.SETTINGS);
        if (service == Service.HIGHLEVEL) {
            IntStream.range(0, 30)
                    .forEach(i -> made.contacts().add("Lead", "Number " + i, "lead" + i + "@example.org", "lead"));
        }
        return api;
    }

    private FakeMemberships fake(Service service) {
        FakeMemberships known = fake;
        if (known == null) {
            known = service == Service.STANDARD ? FakeMemberships.builder().build() : Fakes.highLevel();
            fake = known;
        }
        return known;
    }

    private static Map<String, Person> expected(Service service) {
        return PEOPLE.stream()
                .collect(Collectors.toMap(
                        FakeMember::userId,
                        one -> new Person(
                                Optional.ofNullable(one.email()),
                                Optional.ofNullable(one.fullName()).map(name -> shown(service, name)),
                                Optional.ofNullable(one.status()),
                                Optional.ofNullable(one.planId()),
                                Optional.ofNullable(one.registrationStatus()))));
    }

    /** Only the names of oddly placed blanks differ; all others are the same text, sign by sign. */
    private static String shown(Service service, String name) {
        if (service == Service.STANDARD || name.equals(name.strip())) {
            return name;
        }
        int split = name.indexOf(' ');
        return (name.substring(0, split).strip() + " "
                        + name.substring(split + 1).strip())
                .strip();
    }

    private static Person person(Member member) {
        return new Person(
                member.email(),
                member.fullName(),
                member.status().map(Object::toString),
                member.planId(),
                member.registrationStatus());
    }
}
