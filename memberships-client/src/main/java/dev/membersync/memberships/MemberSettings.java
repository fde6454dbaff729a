package dev.membersync.memberships;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the contacts of one account are members, on profiles whose members are contacts.
 *
 * @param only               what makes a contact a member
 * @param status             where a member's status is kept; without it everyone in the rule is {@code active}
 * @param plan               where a member's plan is kept; without it members have none
 * @param registrationStatus where an update leaves the registration status; without it members cannot hold one
 */
public record MemberSettings(
        MemberRule only,
        Optional<MemberField> status,
        Optional<MemberField> plan,
        Optional<MemberField> registrationStatus) {

    /** Refuses missing parts, and places of which one would overwrite another or the tag that makes a member. */
    public MemberSettings {
        Objects.requireNonNull(only, "only");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(registrationStatus, "registrationStatus");
        List<MemberField> places = Stream.of(status, plan, registrationStatus)
                .flatMap(Optional::stream)
                .toList();
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                if (overlap(places.get(i), places.get(j))) {
                    throw new IllegalArgumentException("two things about a member cannot be kept in the same place: "
                            + places.get(i) + " and " + places.get(j));
                }
            }
            if (only instanceof MemberRule.Tag rule
                    && places.get(i) instanceof MemberField.TagPrefix place
                    && place.begins(rule.name())) {
                throw new IllegalArgumentException("the tag " + rule.name() + " makes a member, but it begins with "
                        + place.prefix() + ", so that an update would take it away");
            }
        }
    }

    private static boolean overlap(MemberField one, MemberField two) {
        if (one instanceof MemberField.TagPrefix some && two instanceof MemberField.TagPrefix other) {
            return some.begins(other.prefix()) || other.begins(some.prefix());
        }
        return one.equals(two);
    }

    /** The custom fields that the settings name, as they name them. */
    List<String> customFields() {
        Stream<MemberField> places = Stream.of(status, plan, registrationStatus).flatMap(Optional::stream);
        return Stream.concat(
                        only instanceof MemberRule.Field rule ? Stream.of(rule.field()) : Stream.empty(),
                        places.flatMap(place ->
                                place instanceof MemberField.Custom custom ? Stream.of(custom.key()) : Stream.empty()))
                .toList();
    }

    /** This rule makes members; they have neither a status of their own nor a plan. */
    public static MemberSettings only(MemberRule rule) {
        return new MemberSettings(rule, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same settings; the status is kept here. */
    public MemberSettings withStatus(MemberField field) {
        return new MemberSettings(only, Optional.of(field), plan, registrationStatus);
    }

    /** The same settings; the plan is kept here. */
    public MemberSettings withPlan(MemberField field) {
        return new MemberSettings(only, status, Optional.of(field), registrationStatus);
    }

    /** The same settings; the registration status is left here. */
    public MemberSettings withRegistrationStatus(MemberField field) {
        return new MemberSettings(only, status, plan, Optional.of(field));
    }
}
