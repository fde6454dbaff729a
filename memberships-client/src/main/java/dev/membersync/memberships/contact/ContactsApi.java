package dev.membersync.memberships.contact;

import dev.membersync.client.Call;
import dev.membersync.client.Change;
import dev.membersync.client.Cursor;
import dev.membersync.client.Page;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.Json;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Terms;
import dev.membersync.memberships.internal.Wire;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of the client's location, faithful to the wire. Thread-safe. Calls fail as {@link Call} says; a contact
 * that does not exist is a {@link dev.membersync.client.error.NotFoundException}, though the vendor answers 400. On a
 * profile without contacts every method throws {@link UnsupportedOperationException}.
 */
public final class ContactsApi {

    private static final String CONTACT = "contactId";
    private static final String LOCATION = "locationId";

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public ContactsApi(Wire wire) {
        this.wire = wire;
    }

    /**
     * The contacts that a search finds: {@code POST /contacts/search}, paged by the mark that each hit carries, so that
     * more than 10,000 can be read (LIVE, memberships-api.md 2.2). The index is seconds behind the writes.
     */
    public Paged<Contact> search(ContactSearch search) {
        return wire.list(listing(search));
    }

    /** One page of {@link #search}, for those who keep the cursor themselves. */
    public Call<Page<Contact>> page(ContactSearch search, Cursor cursor) {
        return wire.page(listing(search), cursor);
    }

    private Listing<Contact> listing(ContactSearch search) {
        return Listing.of("contacts.search", ContactReader::contact, Contact::id)
                .body(search.json(wire.location()));
    }

    /**
     * All contacts, the plain way: {@code GET /contacts/} (SPEC, deprecated; HIGHLEVEL_V3 has no such operation). Its rows
     * hold names in lower case with the originals beside them (LIVE); a {@link Contact} shows the originals.
     */
    public Paged<Contact> list() {
        return list(null);
    }

    /** As {@link #list()}, those that this free text finds. */
    public Paged<Contact> list(@Nullable String query) {
        return wire.list(Listing.of("contacts.list", ContactReader::contact, Contact::id)
                .query(LOCATION, wire.location())
                .query("query", query));
    }

    /** The contacts of a business: {@code GET /contacts/business/{businessId}} (SPEC). */
    public Paged<Contact> ofBusiness(String businessId) {
        return wire.list(Listing.of("contacts.ofBusiness", ContactReader::contact, Contact::id)
                .path("businessId", businessId)
                .query(LOCATION, wire.location()));
    }

    /**
     * The contact that has this e-mail address, as the vendor looks for duplicates: {@code GET
     * /contacts/search/duplicate} (LIVE); empty when there is none.
     */
    public Call<Optional<Contact>> duplicate(String email) {
        return duplicate("email", email);
    }

    /** As {@link #duplicate}, by phone number with its country code. */
    public Call<Optional<Contact>> duplicateByPhone(String number) {
        return duplicate("number", number);
    }

    private Call<Optional<Contact>> duplicate(String by, String value) {
        return wire.call("contacts.duplicate")
                .query(LOCATION, wire.location())
                .query(by, value)
                .reader(wire.one("contacts.duplicate", ContactReader::found));
    }

    /** One contact: {@code GET /contacts/{contactId}} (SPEC); it shows every write at once (LIVE). */
    public Call<Contact> contact(String contactId) {
        return wire.call("contacts.get")
                .path(CONTACT, contactId)
                .reader(wire.one("contacts.get", ContactReader::contact));
    }

    /**
     * Makes a contact: {@code POST /contacts/} (SPEC), sent once only. Where the location allows no duplicates, a second
     * one is refused; {@link DuplicateContact#of} tells which contact is in the way. A refusal with 422 may have made the
     * contact all the same (3RD): look before trying again.
     *
     * @throws IllegalArgumentException when the draft says nothing
     */
    public Call<Contact> create(ContactDraft draft) {
        return wire.call("contacts.create")
                .json(located(draft))
                .reader(wire.one("contacts.create", ContactReader::contact));
    }

    /**
     * Updates the contact that the location's duplicate rule finds, else makes one: {@code POST /contacts/upsert} (SPEC),
     * sent once only. Where e-mail and phone lead to two contacts, one is updated and the other value is dropped in
     * silence (3RD). Tags in the draft replace all that the contact has.
     *
     * @throws IllegalArgumentException when the draft says nothing
     */
    public Call<Upserted> upsert(ContactDraft draft) {
        return upsert(draft, false);
    }

    /** As {@link #upsert(ContactDraft)}; with true it makes a contact without a look, where the location allows that. */
    public Call<Upserted> upsert(ContactDraft draft, boolean createNewIfDuplicateAllowed) {
        ContactDraft asked = createNewIfDuplicateAllowed ? draft.extra("createNewIfDuplicateAllowed", true) : draft;
        return wire.call("contacts.upsert").json(located(asked)).reader(ContactReader::upserted);
    }

    private Object located(ContactDraft draft) {
        if (draft.isEmpty()) {
            throw new IllegalArgumentException("the draft says nothing about the contact");
        }
        return Terms.none()
                .and(LOCATION, wire.location())
                .and(draft.written(wire.profile().spelling()))
                .map();
    }

    /**
     * Changes a contact: {@code PUT /contacts/{contactId}} (SPEC), safe to repeat. Gives the contact as the answer shows
     * it.
     *
     * @throws IllegalArgumentException when the update changes nothing
     */
    public Call<Contact> update(ContactUpdate update) {
        if (update.isEmpty()) {
            throw new IllegalArgumentException("the update changes nothing");
        }
        return wire.call("contacts.update")
                .path(CONTACT, update.contactId())
                .json(update.written(wire.profile().spelling()).map())
                .reader(wire.one("contacts.update", ContactReader::contact));
    }

    /** Deletes a contact: {@code DELETE /contacts/{contactId}} (SPEC). */
    public Call<Void> delete(String contactId) {
        return wire.call("contacts.delete").path(CONTACT, contactId).ignoringBody();
    }

    /** The appointments of a contact: {@code GET /contacts/{contactId}/appointments} (SPEC). */
    public Paged<Appointment> appointments(String contactId) {
        return wire.list(Listing.of("contacts.appointments", Appointment::read, Appointment::id)
                .path(CONTACT, contactId));
    }

    /**
     * Adds these tags to each of these contacts: {@code POST /contacts/bulk/tags/update/add} (SPEC). The vendor may accept
     * it and fail for some of them: look at {@link BulkResult#complete}.
     */
    public Call<BulkResult> addTags(Collection<String> contactIds, Collection<String> tags) {
        return bulkTags("add", contactIds, tags, false);
    }

    /** Removes these tags from each of these contacts: {@code POST /contacts/bulk/tags/update/remove} (SPEC). */
    public Call<BulkResult> removeTags(Collection<String> contactIds, Collection<String> tags) {
        return bulkTags("remove", contactIds, tags, false);
    }

    /** Removes <b>every</b> tag from each of these contacts: the same with {@code removeAllTags} (SPEC; form INFER). */
    public Call<BulkResult> removeAllTags(Collection<String> contactIds) {
        return bulkTags("remove", contactIds, List.of(), true);
    }

    private Call<BulkResult> bulkTags(
            String type, Collection<String> contactIds, Collection<String> tags, boolean removeAll) {
        Terms terms = Terms.none().and("contacts", contactIds).and("tags", tags).and(LOCATION, wire.location());
        return wire.call("contacts.tags.bulk")
                .path("type", type)
                .json((removeAll ? terms.and("removeAllTags", true) : terms).map())
                .reader(body -> Json.object(body, BulkResult::read));
    }

    /** Makes these contacts people of this business: {@code POST /contacts/bulk/business} (SPEC); gives their ids. */
    public Call<List<String>> assignBusiness(Collection<String> contactIds, String businessId) {
        return bulkBusiness(contactIds, Change.to(businessId));
    }

    /** Makes these contacts people of no business: the same with {@code null} (SPEC). */
    public Call<List<String>> leaveBusiness(Collection<String> contactIds) {
        return bulkBusiness(contactIds, Change.clear());
    }

    private Call<List<String>> bulkBusiness(Collection<String> contactIds, Change<String> business) {
        return wire.call("contacts.business.bulk")
                .json(Terms.none()
                        .and(LOCATION, wire.location())
                        .and("ids", contactIds)
                        .change("businessId", business)
                        .map())
                .reader(body -> Json.object(body, answer -> answer.texts("ids")));
    }

    /** The tags of a contact. */
    public ContactTags tags(String contactId) {
        return new ContactTags(wire, contactId);
    }

    /** The notes about a contact. */
    public ContactNotes notes(String contactId) {
        return new ContactNotes(wire, contactId);
    }

    /** The tasks that are to be done about a contact. */
    public ContactTasks tasks(String contactId) {
        return new ContactTasks(wire, contactId);
    }

    /** The staff who follow a contact. */
    public ContactFollowers followers(String contactId) {
        return new ContactFollowers(wire, contactId);
    }

    /** The campaigns that a contact is in. */
    public ContactCampaigns campaigns(String contactId) {
        return new ContactCampaigns(wire, contactId);
    }

    /** The workflows that a contact is in. */
    public ContactWorkflows workflows(String contactId) {
        return new ContactWorkflows(wire, contactId);
    }
}
