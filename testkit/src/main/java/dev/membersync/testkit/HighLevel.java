package dev.membersync.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parts of {@link FakeMemberships} on HIGHLEVEL, put together. */
final class HighLevel {
    private final HighLevelState state;
    private final Tokens tokens = new Tokens();
    private final OauthGrants grants;
    private final HighLevelRoutes routes;

    HighLevel(String locationId, String companyId, long seed, InstantSource time, WriteSink writes) {
        state = new HighLevelState(locationId, companyId, seed, time, writes);
        grants = new OauthGrants(state, tokens);
        Map<String, Ask.Handler> handlers = new HashMap<>();
        handlers.putAll(new ContactRoutes(state).handlers());
        handlers.putAll(new ContactActions(state).handlers());
        handlers.putAll(new ContactPapers(state).handlers());
        handlers.putAll(new CustomFieldRoutes(state).handlers());
        handlers.putAll(new StaffRoutes(state).handlers());
        handlers.putAll(new OrderRoutes(state).handlers());
        handlers.putAll(new CouponRoutes(state).handlers());
        handlers.putAll(new InvoiceRoutes(state).handlers());
        handlers.putAll(new ProductRoutes(state).handlers());
        handlers.putAll(new OauthRoutes(state, grants).handlers());
        handlers.putAll(new InstalledRoutes(state).handlers());
        routes = new HighLevelRoutes(state, tokens)
                .add(ContactOperations.TABLE, handlers)
                .add(LocationOperations.TABLE, handlers)
                .add(MoneyOperations.TABLE, handlers)
                .add(OauthOperations.TABLE, handlers);
    }

    HighLevelState state() {
        return state;
    }

    /** Transactions as payments; the key is what a client left in the meta. */
    List<FakePayment> payments() {
        return state.shelf(RecordKind.TRANSACTION).all().stream()
                .map(paid -> new FakePayment(
                        String.valueOf(paid.map("meta").getOrDefault("externalPaymentId", paid.id())),
                        MoneyShelf.decimal(paid, "amount"),
                        paid.text("status").orElse(""),
                        paid.text("contactId").orElse(""),
                        Instant.parse(paid.text("createdAt").orElseThrow())))
                .toList();
    }

    OauthGrants grants() {
        return grants;
    }

    FakeOauth oauth(Switchboard board) {
        return new FakeOauth(board, state, tokens, grants);
    }

    HighLevelRoutes routes() {
        return routes;
    }

    void key(String key, boolean company, Set<String> scopes) {
        String resource = company ? state.companyId() : state.locationId();
        tokens.put(key, new Principal(company, resource, scopes, "", Instant.MAX));
    }

    /** Every scope that any operation needs. */
    Set<String> scopes() {
        Set<String> scopes = new TreeSet<>();
        routes.rules().forEach(rule -> scopes.add(rule.scope()));
        return scopes;
    }
}
