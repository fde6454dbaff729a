package dev.membersync.memberships.internal;

import dev.membersync.client.Call;
import dev.membersync.client.Cursor;
import dev.membersync.client.Page;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.JsonReader;
import dev.membersync.client.policy.Lane;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.profile.Paging;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One account as its typed resources see it: the calls of a profile, its envelopes and pages. Immutable. */
public final class Wire {

    private final ApiClient client;
    private final MembershipsProfile profile;
    private final Optional<String> location;
    private final Optional<String> company;

    /** The calls of this profile; the ids are those of the account, where the profile has such. */
    public Wire(ApiClient client, MembershipsProfile profile, Optional<String> location, Optional<String> company) {
        this.client = client;
        this.profile = profile;
        this.location = location;
        this.company = company;
    }

    /** The same account, its calls in another lane of the rate budget. */
    public Wire inLane(Lane lane) {
        return new Wire(client.inLane(lane), profile, location, company);
    }

    /** The dialect. */
    public MembershipsProfile profile() {
        return profile;
    }

    /**
     * The location that this client speaks for.
     *
     * @throws IllegalStateException         when the builder was given none
     * @throws UnsupportedOperationException when the profile knows no locations
     */
    public String location() {
        if (!profile.located()) {
            throw new UnsupportedOperationException("the profile " + profile.name() + " knows no locations");
        }
        return location.orElseThrow(() ->
                new IllegalStateException("this call names the location: set locationId on the client's builder"));
    }

    /** The location, where the builder was given one. */
    public Optional<String> knownLocation() {
        return location;
    }

    /** The location as the operations on money name it: {@code altId} with its kind. */
    public Terms place() {
        return Terms.none().and("altId", location()).and("altType", "location");
    }

    /**
     * The company that the location belongs to.
     *
     * @throws IllegalStateException when the builder was given none
     */
    public String company() {
        return company.orElseThrow(() -> new IllegalStateException("this call names the company: set companyId on the"
                + " client's builder; locations().get(..) shows it as companyId"));
    }

    /** The company, when the builder was given one. */
    public Optional<String> knownCompany() {
        return company;
    }

    /** Starts the call of an operation of the profile. */
    public CallBuilder call(String operationId) {
        return client.call(profile.route(operationId).operation());
    }

    /** The same for one that names the location in its query, as {@link #place} does. */
    public CallBuilder placed(String operationId) {
        CallBuilder call = call(operationId);
        place().map().forEach(call::query);
        return call;
    }

    /** Reads the one record of a reply, bare or below a key of the operation's route. */
    public <T> JsonReader<T> one(String operationId, Function<Fields, T> row) {
        return body -> Json.row(body, profile.route(operationId).keys(), row);
    }

    /** A list whose place and size are asked for in the query. */
    public <T> Paged<T> list(Listing<T> listing) {
        return Paged.of(cursor -> page(listing, cursor), listing.key());
    }

    /** One page of a list, for those who keep the cursor themselves. */
    public <T> Call<Page<T>> page(Listing<T> listing, Cursor cursor) {
        CallBuilder call = client.call(profile.route(listing.operation()).operation());
        listing.path().forEach(call::path);
        listing.query().forEach(call::query);
        Paging paging = profile.route(listing.operation()).paging();
        if (listing.body().isEmpty()) {
            paging.ask(cursor, call::query);
            Marks.ask(paging, cursor).forEach(call::query);
        } else {
            Map<String, Object> body = new LinkedHashMap<>(listing.body().get());
            paging.ask(cursor, body::put);
            body.putAll(Marks.ask(paging, cursor));
            call.json(body);
        }
        return call.reader(new PageBody<>(profile.route(listing.operation()), cursor, listing.row()));
    }
}
