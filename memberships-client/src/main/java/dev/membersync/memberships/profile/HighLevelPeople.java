package dev.membersync.memberships.profile;

import static dev.membersync.client.Confidence.LIVE;
import static dev.membersync.client.Confidence.SPEC;
import static dev.membersync.client.policy.Safety.IDEMPOTENT_WRITE;
import static dev.membersync.client.policy.Safety.ONCE_ONLY;
import static dev.membersync.client.policy.Safety.READ;
import static dev.membersync.memberships.profile.TokenLevel.COMPANY;
import static dev.membersync.memberships.profile.TokenLevel.LOCATION;
import static dev.membersync.memberships.profile.TokenLevel.LOCATION_OR_COMPANY;

/** The live service's operations on people: staff, contacts, locations and custom fields. */
final class HighLevelPeople {

    private static final String SEE_USERS = "users.readonly";
    private static final String WRITE_USERS = "users.write";
    private static final String SEE = "contacts.readonly";
    private static final String WRITE = "contacts.write";
    private static final String SEE_FIELDS = "locations/customFields.readonly";
    private static final String WRITE_FIELDS = "locations/customFields.write";
    private static final String CONTACT = "/contacts/{contactId}";
    private static final String NOTE = CONTACT + "/notes/{noteId}";
    private static final String TASK = CONTACT + "/tasks/{taskId}";
    private static final String FIELDS = "/locations/{locationId}/customFields";
    private static final int USERS_PAGE = 100;
    private static final int CONTACTS_PAGE = 100;

    private HighLevelPeople() {}

    static Routes users() {
        Routes routes = new Routes(SPEC, "memberships-api.md 2.1", LOCATION_OR_COMPANY)
                .list("users.list", "GET", "/users/", SEE_USERS, Paging.none(), "users")
                .list(
                        "users.search",
                        "GET",
                        "/users/search",
                        SEE_USERS,
                        Paging.skipAndLimit(USERS_PAGE),
                        "users",
                        "count")
                .add("users.get", "GET", "/users/{userId}", READ, SEE_USERS)
                .add("users.create", "POST", "/users/", ONCE_ONLY, WRITE_USERS)
                .add("users.update", "PUT", "/users/{userId}", IDEMPOTENT_WRITE, WRITE_USERS)
                .add("users.delete", "DELETE", "/users/{userId}", IDEMPOTENT_WRITE, WRITE_USERS);
        routes.rows()
                .putAll(new Routes(SPEC, "memberships-api.md 2.1", COMPANY)
                        .list(
                                "users.byEmail",
                                "POST",
                                "/users/search/filter-by-email",
                                SEE_USERS,
                                Paging.skipAndLimit(USERS_PAGE),
                                "users",
                                "count")
                        .rows());
        return routes;
    }

    static Routes contacts() {
        return new Routes(SPEC, "memberships-api.md 2.2", LOCATION)
                .list(
                        "contacts.search",
                        "POST",
                        "/contacts/search",
                        SEE,
                        new Paging(Paging.Style.ROW_MARK, "searchAfter", 0, "pageLimit", CONTACTS_PAGE),
                        "contacts",
                        "total")
                .list(
                        "contacts.list",
                        "GET",
                        "/contacts/",
                        SEE,
                        new Paging(Paging.Style.KEYSET, "startAfter,startAfterId", 0, "limit", CONTACTS_PAGE),
                        "contacts",
                        "meta.total")
                .list(
                        "contacts.ofBusiness",
                        "GET",
                        "/contacts/business/{businessId}",
                        SEE,
                        Paging.skipAndLimit(CONTACTS_PAGE),
                        "contacts",
                        "count")
                .add(LOCATION, LIVE, "contacts.duplicate", "GET", "/contacts/search/duplicate", READ, SEE, "contact")
                .add("contacts.get", "GET", CONTACT, READ, SEE, "contact")
                .add("contacts.create", "POST", "/contacts/", ONCE_ONLY, WRITE, "contact")
                .add("contacts.update", "PUT", CONTACT, IDEMPOTENT_WRITE, WRITE, "contact")
                // The match it makes reads an index that lags, so twice may be two.
                .add("contacts.upsert", "POST", "/contacts/upsert", ONCE_ONLY, WRITE, "contact")
                .add("contacts.delete", "DELETE", CONTACT, IDEMPOTENT_WRITE, WRITE);
    }

    static Routes aboutContacts() {
        return new Routes(SPEC, "memberships-api.md 2.2", LOCATION)
                .add("contacts.tags.add", "POST", CONTACT + "/tags", IDEMPOTENT_WRITE, WRITE)
                .add("contacts.tags.remove", "DELETE", CONTACT + "/tags", IDEMPOTENT_WRITE, WRITE)
                .add("contacts.tags.bulk", "POST", "/contacts/bulk/tags/update/{type}", IDEMPOTENT_WRITE, WRITE)
                // Enrolling again may run the workflow, and its mails, again.
                .add("contacts.workflow.enrol", "POST", CONTACT + "/workflow/{workflowId}", ONCE_ONLY, WRITE)
                .add("contacts.workflow.leave", "DELETE", CONTACT + "/workflow/{workflowId}", IDEMPOTENT_WRITE, WRITE)
                .list("notes.list", "GET", CONTACT + "/notes", SEE, Paging.none(), "notes")
                .add("notes.get", "GET", NOTE, READ, SEE, "note")
                .add("notes.create", "POST", CONTACT + "/notes", ONCE_ONLY, WRITE, "note")
                .add("notes.update", "PUT", NOTE, IDEMPOTENT_WRITE, WRITE, "note")
                .add("notes.delete", "DELETE", NOTE, IDEMPOTENT_WRITE, WRITE)
                .list("tasks.list", "GET", CONTACT + "/tasks", SEE, Paging.none(), "tasks")
                .add("tasks.get", "GET", TASK, READ, SEE, "task")
                .add("tasks.create", "POST", CONTACT + "/tasks", ONCE_ONLY, WRITE, "task")
                .add("tasks.update", "PUT", TASK, IDEMPOTENT_WRITE, WRITE, "task")
                .add("tasks.complete", "PUT", TASK + "/completed", IDEMPOTENT_WRITE, WRITE, "task")
                .add("tasks.delete", "DELETE", TASK, IDEMPOTENT_WRITE, WRITE)
                .list("contacts.appointments", "GET", CONTACT + "/appointments", SEE, Paging.none(), "events")
                .add("contacts.followers.add", "POST", CONTACT + "/followers", IDEMPOTENT_WRITE, WRITE)
                .add("contacts.followers.remove", "DELETE", CONTACT + "/followers", IDEMPOTENT_WRITE, WRITE)
                .add("contacts.campaigns.add", "POST", CONTACT + "/campaigns/{campaignId}", ONCE_ONLY, WRITE)
                .add(
                        "contacts.campaigns.remove",
                        "DELETE",
                        CONTACT + "/campaigns/{campaignId}",
                        IDEMPOTENT_WRITE,
                        WRITE)
                .add(
                        "contacts.campaigns.removeAll",
                        "DELETE",
                        CONTACT + "/campaigns/removeAll",
                        IDEMPOTENT_WRITE,
                        WRITE)
                .add("contacts.business.bulk", "POST", "/contacts/bulk/business", IDEMPOTENT_WRITE, WRITE);
    }

    static Routes locations() {
        return new Routes(SPEC, "memberships-api.md 2.3 and 2.4", LOCATION)
                .add(
                        LOCATION_OR_COMPANY,
                        SPEC,
                        "locations.get",
                        "GET",
                        "/locations/{locationId}",
                        READ,
                        "locations.readonly",
                        "location")
                .list("customFields.list", "GET", FIELDS, SEE_FIELDS, Paging.none(), "customFields")
                .add("customFields.get", "GET", FIELDS + "/{id}", READ, SEE_FIELDS, "customField")
                .add("customFields.create", "POST", FIELDS, ONCE_ONLY, WRITE_FIELDS, "customField")
                .add("customFields.update", "PUT", FIELDS + "/{id}", IDEMPOTENT_WRITE, WRITE_FIELDS, "customField")
                .add("customFields.delete", "DELETE", FIELDS + "/{id}", IDEMPOTENT_WRITE, WRITE_FIELDS)
                .add("objectFields.get", "GET", "/custom-fields/{id}", READ, SEE_FIELDS, "field")
                .list(
                        "objectFields.list",
                        "GET",
                        "/custom-fields/object-key/{objectKey}",
                        SEE_FIELDS,
                        Paging.none(),
                        "fields");
    }
}
