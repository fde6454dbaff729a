package dev.membersync.sync.config;

/** Configurations that tests start from. */
final class Samples {
    /** Nine lines, every part on a line of its own. */
    static final String FULL = """
            memberships:
              baseUrl: https://m.example.org
              apiKey: '${LEFT_KEY}'
              currency: EUR
            accelevents: {apiKey: '${RIGHT_KEY}', eventUrl: gala}
            store: {url: 'jdbc:sqlite:x.db'}
            workflows:
              - template: members-to-attendees
                paidTickets: review
            """;

    /** The same on the live service. */
    static final String HIGHLEVEL = """
            memberships:
              profile: highlevel
              locationId: loc1
              apiKey: '${LEFT_KEY}'
              members: {only: {tag: member}}
            accelevents: {apiKey: '${RIGHT_KEY}', eventUrl: gala}
            workflows:
              - template: members-to-attendees
            """;

    private Samples() {}
}
