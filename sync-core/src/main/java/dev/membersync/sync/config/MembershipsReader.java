package dev.membersync.sync.config;

import dev.membersync.client.policy.RateLimit;
import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.MemberRule;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads the section {@code memberships}. */
final class MembershipsReader {
    private static final int DAILY = 200_000;
    private static final String KEY_REMEDY = "write \"${MEMBERSHIPS_API_KEY}\" and set that environment variable";
    private static final Map<String, MembershipsProfile> PROFILES = Map.of(
            "standard", MembershipsProfile.STANDARD,
            "highlevel", MembershipsProfile.HIGHLEVEL,
            "highlevel-v3", MembershipsProfile.HIGHLEVEL_V3);

    private final Section section;
    private final Values values;

    private MembershipsReader(Section section) {
        this.section = section;
        this.values = Values.of(section);
    }

    static MembershipsConfig read(Section section) {
        return new MembershipsReader(section).read();
    }

    private MembershipsConfig read() {
        MembershipsProfile profile = values.word("profile", PROFILES, MembershipsProfile.STANDARD);
        boolean insecure = values.flag("allowInsecure");
        Optional<OAuthConfig> oauth = oauth(profile);
        RateLimit first = profile.rate();
        MembershipsConfig config = new MembershipsConfig(
                profile,
                values.url("baseUrl", profile.baseUrl(), insecure),
                oauth.isPresent() ? values.secret("apiKey") : Optional.of(values.secret("apiKey", KEY_REMEDY)),
                oauth,
                location(profile),
                profile.located() ? values.text("companyId") : Optional.empty(),
                members(profile),
                currency(),
                Values.rate(section.section("rate"), new RateLimit(first.calls(), first.per(), OptionalInt.of(DAILY))),
                insecure);
        if (oauth.isPresent() && section.has("apiKey")) {
            section.mistake("apiKey", "the section has apiKey and oauth: keep one of them");
        }
        section.end();
        return config;
    }

    private Optional<String> location(MembershipsProfile profile) {
        if (!profile.located()) {
            onlyHighLevel("locationId");
            onlyHighLevel("companyId");
            return Optional.empty();
        }
        return section.required("locationId", "write the id of the location (sub-account) whose contacts are read")
                .map(Scalar::value)
                .filter(text -> !text.isBlank());
    }

    private Optional<OAuthConfig> oauth(MembershipsProfile profile) {
        if (!profile.has("oauth.refresh")) {
            onlyHighLevel("oauth");
            return Optional.empty();
        }
        if (!section.has("oauth")) {
            return Optional.empty();
        }
        Section part = section.section("oauth");
        Values oauth = Values.of(part);
        OAuthConfig config = new OAuthConfig(
                part.required("clientId", "write the id of your Marketplace app")
                        .map(Scalar::value)
                        .orElse(""),
                oauth.secret("clientSecret", "write \"${MEMBERSHIPS_CLIENT_SECRET}\" and set that variable"),
                oauth.secret("refreshToken"));
        part.end();
        return Optional.of(config);
    }

    private Optional<MemberSettings> members(MembershipsProfile profile) {
        if (profile.members() == MemberSource.USERS) {
            onlyHighLevel("members");
            return Optional.empty();
        }
        Section part = section.section("members");
        Optional<MemberRule> rule = rule(part);
        Optional<MemberSettings> settings = rule.flatMap(only -> settings(part, only));
        Stream.of("status", "plan", "registrationStatus").forEach(part::accept);
        part.end();
        return settings;
    }

    private static Optional<MemberSettings> settings(Section part, MemberRule only) {
        try {
            return Optional.of(new MemberSettings(
                    only, place(part, "status"), place(part, "plan"), place(part, "registrationStatus")));
        } catch (IllegalArgumentException e) {
            part.mistake("only", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** There is no default: without a rule every lead of the account would be registered. */
    private Optional<MemberRule> rule(Section part) {
        Section only = part.section("only");
        Values rule = Values.of(only);
        Optional<String> tag = rule.text("tag");
        Optional<String> field = rule.text("field");
        Optional<String> value = rule.text("value");
        only.end();
        if (tag.isPresent() == field.isPresent() || field.isPresent() != value.isPresent()) {
            part.mistake(
                    "only",
                    "contacts are leads, guests and suppliers too, so a rule must say which of them are members:"
                            + " write only: {tag: member}, or only: {field: membership, value: \"yes\"}");
            return Optional.empty();
        }
        return tag.map(MemberRule::tag).or(() -> Optional.of(MemberRule.field(field.orElse(""), value.orElse(""))));
    }

    private static Optional<MemberField> place(Section part, String key) {
        Optional<String> text = Values.of(part).text(key);
        try {
            return text.map(MemberField::parse);
        } catch (IllegalArgumentException e) {
            part.mistake(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private String currency() {
        String currency = values.text("currency", "USD");
        if (!currency.matches("[A-Z]{3}")) {
            section.mistake("currency", "a currency is three capital letters, such as USD or EUR");
        }
        return currency;
    }

    private void onlyHighLevel(String key) {
        section.refuse(key, "this belongs to the profiles highlevel and highlevel-v3; this section speaks standard");
    }

    /** The keys of the section that a service can refuse. */
    static List<String> blamed() {
        return List.of("baseUrl", "apiKey", "oauth", "locationId", "members", "rate");
    }
}
