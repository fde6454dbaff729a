package dev.membersync.sync.adapter;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.TransportException;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.contact.Contact;
import dev.membersync.memberships.contact.ContactDraft;
import dev.membersync.memberships.contact.ContactField;
import dev.membersync.memberships.contact.DuplicateContact;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.sync.record.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes members that are contacts, and looks for those who are there already. */
final class MemberCreates {
    private static final int BAD_REQUEST = 400;

    private final MembershipsClient client;

    MemberCreates(MembershipsClient client) {
        this.client = client;
    }

    boolean creates() {
        return client.profile().members() == MemberSource.CONTACTS;
    }

    /** The search may lag and the vendor's look for duplicates shows one contact only (LIVE), so both are asked. */
    List<Member> withEmail(String email) {
        Map<String, Member> found = new LinkedHashMap<>();
        for (dev.membersync.memberships.Member seen : client.members().anybodyWithEmail(email)) {
            found.put(seen.userId(), MembershipsDirectory.record(seen));
        }
        client.contacts()
                .duplicate(email)
                .execute()
                .map(Contact::id)
                .filter(id -> !found.containsKey(id))
                .flatMap(id -> client.members().find(id).execute())
                .ifPresent(seen -> found.put(seen.userId(), MembershipsDirectory.record(seen)));
        return List.copyOf(found.values());
    }

    /** A refusal with 422 may have made the contact all the same (3RD, memberships-api.md 2.2), one with 400 has not. */
    MemberCreation create(String firstName, String lastName, String email) {
        try {
            return new MemberCreation.Made(client.members()
                    .create(draft(firstName, lastName, email))
                    .execute()
                    .userId());
        } catch (AuthException | ThrottledException nothingWasMade) {
            throw nothingWasMade;
        } catch (TransportException failure) {
            if (failure.outcome() == TransportException.Outcome.NOT_SENT) {
                throw failure;
            }
            return unknown(failure);
        } catch (RejectedException refusal) {
            if (DuplicateContact.of(refusal).isPresent()) {
                return new MemberCreation.Exists();
            }
            boolean proven = refusal.status().isPresent() && refusal.status().getAsInt() == BAD_REQUEST;
            return proven ? new MemberCreation.Refused(String.valueOf(refusal.getMessage())) : unknown(refusal);
        } catch (ApiException failure) {
            return unknown(failure);
        }
    }

    private static MemberCreation unknown(ApiException failure) {
        return new MemberCreation.Unknown(String.valueOf(failure.getMessage()));
    }

    private static ContactDraft draft(String firstName, String lastName, String email) {
        ContactDraft draft = ContactDraft.of(email);
        draft = !firstName.isEmpty() ? draft.with(ContactField.FIRST_NAME, firstName) : draft;
        return lastName.isEmpty() ? draft : draft.with(ContactField.LAST_NAME, lastName);
    }
}
