package dev.membersync.memberships.contact;

import dev.membersync.client.Call;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.memberships.internal.Wire;

/** The campaigns that one contact is in. Thread-safe; calls fail as {@link Call} says. */
public final class ContactCampaigns {

    private final Wire wire;
    private final String contactId;

    ContactCampaigns(Wire wire, String contactId) {
        this.wire = wire;
        this.contactId = contactId;
    }

    /**
     * Puts the contact into a campaign: {@code POST /contacts/{contactId}/campaigns/{campaignId}} (SPEC), sent once only:
     * a campaign sends messages.
     */
    public Call<Void> add(String campaignId) {
        return call("contacts.campaigns.add").path("campaignId", campaignId).ignoringBody();
    }

    /** Takes it out of one: {@code DELETE /contacts/{contactId}/campaigns/{campaignId}} (SPEC). */
    public Call<Void> remove(String campaignId) {
        return call("contacts.campaigns.remove").path("campaignId", campaignId).ignoringBody();
    }

    /** Takes it out of all: {@code DELETE .../campaigns/removeAll}, {@code remove-all} in v3 (SPEC). */
    public Call<Void> removeAll() {
        return call("contacts.campaigns.removeAll").ignoringBody();
    }

    private CallBuilder call(String operation) {
        return wire.call(operation).path("contactId", contactId);
    }
}
