package dev.membersync.testkit;

import java.util.List;

/** The table of what can be asked about locations, custom fields and staff. Source: reference notes 1.5, 2.1, 2.3, 2.4 (SPEC and LIVE). */
final class LocationOperations {
    private static final String USER = """
            phone permissions{ scopes[ scopesAssignedToOnly[ profilePhoto twilioPhone{ platformLanguage""";

    private static final String FIELD = """
            name* placeholder acceptedFormat[ isMultipleFile? maxNumberOfFiles# textBoxListOptions[ position# model""";

    static final List<Rule> TABLE = Rule.table("""
            users.search GET /users/search LIST users.readonly both | companyId query skip# limit# locationId type role ids sort sortDirection enabled2waySync?
            users.byEmail POST /users/search/filter-by-email LIST users.readonly company | | companyId* emails* deleted? skip limit projection
            users.list GET /users/ LIST users.readonly location | locationId*
            users.create POST /users/ WRITE users.write both | | companyId* firstName* lastName* email* password* type* role* locationIds*[ USER
            users.get GET /users/{userId} READ users.readonly both
            users.update PUT /users/{userId} WRITE users.write both | | companyId firstName lastName email password type role locationIds[ USER
            users.delete DELETE /users/{userId} WRITE users.write both
            locations.get GET /locations/{locationId} READ locations.readonly both
            customFields.list GET /locations/{locationId}/customFields LIST locations/customFields.readonly location | model
            customFields.create POST /locations/{locationId}/customFields WRITE locations/customFields.write location | | dataType* FIELD
            customFields.get GET /locations/{locationId}/customFields/{id} READ locations/customFields.readonly location
            customFields.update PUT /locations/{locationId}/customFields/{id} WRITE locations/customFields.write location | | FIELD
            customFields.delete DELETE /locations/{locationId}/customFields/{id} WRITE locations/customFields.write location
            objectFields.list GET /custom-fields/object-key/{objectKey} LIST locations/customFields.readonly location | locationId*
            objectFields.get GET /custom-fields/{id} READ locations/customFields.readonly location
            """.replace("USER", USER).replace("FIELD", FIELD));

    private LocationOperations() {}
}
