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

    private Samples() {}
}
