package dev.membersync.memberships.contact;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Wire;

/**
 * The notes about one contact. Thread-safe; calls fail as {@link Call} says. Source: SPEC, memberships-api.md 2.2.
 */
public final class ContactNotes {

    private static final String CONTACT = "contactId";
    private static final String NOTE = "noteId";

    private final Wire wire;
    private final String contactId;

    ContactNotes(Wire wire, String contactId) {
        this.wire = wire;
        this.contactId = contactId;
    }

    /** All notes: {@code GET /contacts/{contactId}/notes} (SPEC). */
    public Paged<Note> list() {
        return wire.list(Listing.of("notes.list", Note::read, Note::id).path(CONTACT, contactId));
    }

    /** One note: {@code GET /contacts/{contactId}/notes/{noteId}} (SPEC). */
    public Call<Note> note(String noteId) {
        return call("notes.get").path(NOTE, noteId).reader(wire.one("notes.get", Note::read));
    }

    /** Writes a note: {@code POST /contacts/{contactId}/notes} (SPEC), sent once only. */
    public Call<Note> create(NoteDraft draft) {
        return call("notes.create").json(draft.terms().map()).reader(wire.one("notes.create", Note::read));
    }

    /** Makes a note what the draft says: {@code PUT /contacts/{contactId}/notes/{noteId}} (SPEC). */
    public Call<Note> update(String noteId, NoteDraft draft) {
        return call("notes.update")
                .path(NOTE, noteId)
                .json(draft.terms().map())
                .reader(wire.one("notes.update", Note::read));
    }

    /** Deletes a note: {@code DELETE /contacts/{contactId}/notes/{noteId}} (SPEC). */
    public Call<Void> delete(String noteId) {
        return call("notes.delete").path(NOTE, noteId).ignoringBody();
    }

    private CallBuilder call(String operation) {
        return wire.call(operation).path(CONTACT, contactId);
    }
}
