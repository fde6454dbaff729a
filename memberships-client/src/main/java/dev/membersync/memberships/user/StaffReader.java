package dev.membersync.memberships.user;

import dev.membersync.client.internal.Fields;
import dev.membersync.memberships.internal.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the staff. */
final class StaffReader {

    private StaffReader() {}

    static StaffUser user(Fields row) {
        return new StaffUser(
                Ids.of(row, "a staff user", "id", "_id"),
                row.text("name"),
                row.text("firstName"),
                row.text("lastName"),
                row.text("email"),
                row.text("phone"),
                row.text("extension"),
                row.object("permissions").map(StaffReader::permissions).orElse(Map.of()),
                scopes(row),
                row.object("roles").map(StaffReader::role),
                row.flag("deleted"),
                row.rest());
    }

    static StaffDeletion deletion(Fields reply) {
        return new StaffDeletion(
                reply.flag("succeeded", "succeded", "success").orElse(true), reply.text("message"), reply.rest());
    }

    private static Map<String, Boolean> permissions(Fields row) {
        Map<String, Boolean> permissions = new LinkedHashMap<>();
        row.all().forEach((name, value) -> {
            if (value instanceof Boolean on) {
                permissions.put(name, on);
            }
        });
        return permissions;
    }

    private static List<String> scopes(Fields row) {
        List<String> list = row.texts("scopes");
        return list.isEmpty()
                ? row.text("scopes").stream()
                        .flatMap(text -> Stream.of(text.split("[\\s,]+")))
                        .filter(scope -> !scope.isEmpty())
                        .toList()
                : list;
    }

    private static StaffRole role(Fields row) {
        return new StaffRole(
                row.text("type"),
                row.text("role"),
                row.texts("locationIds"),
                row.flag("restrictSubAccount"),
                row.rest());
    }
}
