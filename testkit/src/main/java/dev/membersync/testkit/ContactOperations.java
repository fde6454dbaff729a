package dev.membersync.testkit;

import java.util.List;

/** The table of what can be asked about contacts. Source: reference notes 1.5, 2.2 (SPEC and LIVE); order matters where a variable could take a word. */
final class ContactOperations {
    private static final String CREATE = """
            locationId* firstName lastName name email phone address1 city state website timezone source assignedTo postalCode country
            gender companyName dnd? dndSettings{ inboundDndSettings{ tags[ customFields[ dateOfBirth""".replace("\n", " ");

    private static final String UPDATE =
            CREATE.replace("locationId* ", "").replace("gender ", "").replace("companyName ", "");

    static final List<Rule> TABLE = Rule.table("""
            contacts.search POST /contacts/search LIST contacts.readonly location | | locationId* pageLimit*# page# searchAfter[ query filters[ sort[
            contacts.duplicate GET /contacts/search/duplicate READ contacts.readonly location | locationId* number email
            contacts.upsert POST /contacts/upsert WRITE contacts.write location | | CREATE createNewIfDuplicateAllowed?
            contacts.bulkTags POST /contacts/bulk/tags/update/{type} WRITE contacts.write location | | contacts*[ tags*[ locationId* removeAllTags?
            contacts.bulkBusiness POST /contacts/bulk/business WRITE contacts.write location | | locationId* ids*[ businessId~
            contacts.byBusiness GET /contacts/business/{businessId} LIST contacts.readonly location | locationId* limit# skip# query
            contacts.list GET /contacts/ LIST contacts.readonly location | locationId query limit# startAfter# startAfterId
            contacts.create POST /contacts/ WRITE contacts.write location | | CREATE
            contacts.get GET /contacts/{contactId} READ contacts.readonly location
            contacts.update PUT /contacts/{contactId} WRITE contacts.write location | | UPDATE
            contacts.delete DELETE /contacts/{contactId} WRITE contacts.write location
            contacts.tags.add POST /contacts/{contactId}/tags WRITE contacts.write location | | tags*[
            contacts.tags.remove DELETE /contacts/{contactId}/tags WRITE contacts.write location | | tags*[
            contacts.followers.add POST /contacts/{contactId}/followers WRITE contacts.write location | | followers*[
            contacts.followers.remove DELETE /contacts/{contactId}/followers WRITE contacts.write location | | followers*[
            contacts.workflow.add POST /contacts/{contactId}/workflow/{workflowId} WRITE contacts.write location | | eventStartTime
            contacts.workflow.remove DELETE /contacts/{contactId}/workflow/{workflowId} WRITE contacts.write location | | eventStartTime
            contacts.campaigns.removeAll DELETE /contacts/{contactId}/campaigns/removeAll WRITE contacts.write location
            contacts.campaigns.removeAllV3 DELETE /contacts/{contactId}/campaigns/remove-all WRITE contacts.write location
            contacts.campaigns.add POST /contacts/{contactId}/campaigns/{campaignId} WRITE contacts.write location
            contacts.campaigns.remove DELETE /contacts/{contactId}/campaigns/{campaignId} WRITE contacts.write location
            contacts.appointments GET /contacts/{contactId}/appointments READ contacts.readonly location
            notes.list GET /contacts/{contactId}/notes READ contacts.readonly location
            notes.create POST /contacts/{contactId}/notes WRITE contacts.write location | | body* userId title color pinned?
            notes.get GET /contacts/{contactId}/notes/{id} READ contacts.readonly location
            notes.update PUT /contacts/{contactId}/notes/{id} WRITE contacts.write location | | body* userId title color pinned?
            notes.delete DELETE /contacts/{contactId}/notes/{id} WRITE contacts.write location
            tasks.list GET /contacts/{contactId}/tasks READ contacts.readonly location
            tasks.create POST /contacts/{contactId}/tasks WRITE contacts.write location | | title* body dueDate* completed*? assignedTo
            tasks.get GET /contacts/{contactId}/tasks/{id} READ contacts.readonly location
            tasks.update PUT /contacts/{contactId}/tasks/{id} WRITE contacts.write location | | title body dueDate completed? assignedTo
            tasks.complete PUT /contacts/{contactId}/tasks/{id}/completed WRITE contacts.write location | | completed*?
            tasks.delete DELETE /contacts/{contactId}/tasks/{id} WRITE contacts.write location
            """.replace("CREATE", CREATE).replace("UPDATE", UPDATE));

    private ContactOperations() {}
}
