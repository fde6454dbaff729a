package dev.membersync.examples.syncapp;

import dev.membersync.client.Operation;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeMemberships;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the Memberships fake speaks. */
enum Dialect {
    STANDARD {
        @Override
        FakeMemberships.Builder builder(long seed) {
            return FakeMemberships.builder()
                    .apiKey(FakeMemberships.DEFAULT_KEY, "users.readonly", "users.write", "payments.write")
                    .apiKey(Fakes.READING_KEY, "users.readonly")
                    .apiKey(Fakes.BLIND_KEY, "payments.write");
        }

        @Override
        void furnish(FakeMemberships fake) {}
    },
    HIGHLEVEL {
        @Override
        FakeMemberships.Builder builder(long seed) {
            return FakeMemberships.builder()
                    .highLevel(LOCATION, COMPANY)
                    .seed(seed)
                    .apiKey(FakeMemberships.DEFAULT_KEY, allScopes())
                    .apiKey(Fakes.READING_KEY, "contacts.readonly", "locations/customFields.readonly")
                    .apiKey(Fakes.BLIND_KEY, "invoices.readonly", "locations/customFields.readonly")
                    .app(CLIENT_ID, CLIENT_SECRET, "https://app.example.org/callback", allScopes());
        }

        /** Most contacts of a real account are no members. */
        @Override
        void furnish(FakeMemberships fake) {
            IntStream.rangeClosed(1, LEADS)
                    .forEach(i -> fake.contacts().add("Lead", "Number" + i, "lead" + i + "@example.org", "newsletter"));
        }
    };

    static final String LOCATION = "ve9EPM428h8vShlRW1KT";
    static final String COMPANY = "5DP4iH6HLkQsiKESj6rh";
    static final String CLIENT_ID = "65f0c1d2e3a4b5c6d7e8f901-lt1x2y3z";
    static final String CLIENT_SECRET = "5f2b7a0c-6f0e-4d0e-9c39-1f7a3c0b9d11";

    private static final int LEADS = 30;

    abstract FakeMemberships.Builder builder(long seed);

    abstract void furnish(FakeMemberships fake);

    static String[] allScopes() {
        return MembershipsProfile.HIGHLEVEL.operations().stream()
                .map(Operation::scope)
                .flatMap(Optional::stream)
                .distinct()
                .toArray(String[]::new);
    }
}
