package dev.membersync.memberships.user;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import dev.membersync.memberships.profile.FieldNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads users under the names and out of the envelopes of a profile. */
final class UserReader {

    private static final List<String> READ = List.of(
            FieldNames.EMAIL,
            FieldNames.FULL_NAME,
            FieldNames.STATUS,
            FieldNames.PLAN_ID,
            FieldNames.REGISTRATION_STATUS);

    private final FieldNames names;
    private final List<String> wrappers;

    /** A reader of users that are found below these root keys, or bare. */
    UserReader(FieldNames names, List<String> wrappers) {
        this.names = names;
        this.wrappers = wrappers;
    }

    /** One user, bare or wrapped. */
    User item(byte[] body) {
        return Json.object(body, root -> user(unwrapped(root)));
    }

    /** The answer to an update, which no page promises to be a user: then only the id is known. */
    User updated(byte[] body, String userId) {
        if (body.length == 0) {
            return only(userId, Map.of());
        }
        return Json.object(body, root -> {
            Fields fields = unwrapped(root);
            return text(fields, FieldNames.USER_ID).isPresent() ? user(fields) : only(userId, fields.all());
        });
    }

    private static User only(String userId, Map<String, Object> extra) {
        return new User(
                userId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                extra);
    }

    /** A wrapper key may also be the name of a custom field, so it counts only if what is in it has an id. */
    private Fields unwrapped(Fields root) {
        return wrappers.stream()
                .flatMap(key -> root.object(key).stream())
                .filter(inner -> text(inner, FieldNames.USER_ID).isPresent())
                .findFirst()
                .orElse(root);
    }

    User user(Fields row) {
        String userId = text(row, FieldNames.USER_ID)
                .filter(id -> !id.isBlank() && id.chars().noneMatch(Character::isISOControl))
                .orElseThrow(() -> new UnreadableException("a user without an id"));
        Optional<String> email = text(row, FieldNames.EMAIL);
        Optional<String> whole = text(row, FieldNames.FULL_NAME);
        Optional<MemberStatus> status = text(row, FieldNames.STATUS).map(MemberStatus::new);
        Optional<String> planId = text(row, FieldNames.PLAN_ID);
        Optional<String> registrationStatus = text(row, FieldNames.REGISTRATION_STATUS);
        // Taken before first and last name are read: a derived whole name does not replace them.
        Map<String, Object> extra = row.rest();
        Optional<String> fullName = whole.or(() -> joined(row));
        return new User(userId, email, fullName, status, planId, registrationStatus, carried(row), extra);
    }

    private Optional<String> joined(Fields row) {
        List<String> parts = Stream.of(FieldNames.FIRST_NAME, FieldNames.LAST_NAME)
                .flatMap(part -> text(row, part).stream())
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" ")));
    }

    private Set<String> carried(Fields row) {
        var carried = new HashSet<String>();
        for (String field : READ) {
            if (has(row, field)) {
                carried.add(field);
            }
        }
        if (has(row, FieldNames.FIRST_NAME) || has(row, FieldNames.LAST_NAME)) {
            carried.add(FieldNames.FULL_NAME);
        }
        return carried;
    }

    private boolean has(Fields row, String field) {
        for (String name : names.of(field)) {
            if (row.has(name)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> text(Fields row, String field) {
        for (String name : names.of(field)) {
            Optional<String> text = row.text(name);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }
}
