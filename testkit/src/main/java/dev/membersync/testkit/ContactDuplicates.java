package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which contact of a location another one would duplicate (SPEC and LIVE). */
final class ContactDuplicates {
    /** The contact that one more would duplicate, and by which field. */
    record Match(FakeRecord contact, String field) {}

    private final HighLevelState state;

    ContactDuplicates(HighLevelState state) {
        this.state = state;
    }

    /** The contact of a location that has the e-mail or phone, in the configured order. */
    Optional<Match> match(String location, JsonObject sent, @Nullable String except) {
        List<String> order = state.switches().matchPhoneFirst() ? List.of("phone", "email") : List.of("email", "phone");
        return order.stream()
                .flatMap(field -> sent.text(field).stream()
                        .filter(text -> !text.isEmpty())
                        .flatMap(text -> holders(location, field, text).stream())
                        .map(contact -> new Match(contact, field)))
                .filter(match -> !match.contact().id().equals(except))
                .findFirst();
    }

    private List<FakeRecord> holders(String location, String field, String text) {
        return state.shelf(RecordKind.CONTACT).where("locationId", location).stream()
                .filter(contact -> contact.text(field)
                        .filter(held -> held.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .toList();
    }

    boolean taken(String location, String field, String text, String except) {
        return holders(location, field, text).stream()
                .anyMatch(contact -> !contact.id().equals(except));
    }

    boolean allowsDuplicates(String location) {
        return state.shelf(RecordKind.LOCATION)
                .find(location)
                .map(found -> found.map("settings").get("allowDuplicateContact"))
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    void refuse(String location, JsonObject sent, @Nullable String except) {
        if (allowsDuplicates(location)) {
            return;
        }
        match(location, sent, except).ifPresent(match -> {
            Map<String, Object> meta = Json.map(
                    "contactId", match.contact().id(),
                    "contactName", ContactView.name(match.contact()),
                    "matchingField", match.field());
            throw new Refusal(FakeReply.json(
                    400,
                    Json.map(
                            "statusCode",
                            400,
                            "message",
                            "This location does not allow duplicated contacts.",
                            "meta",
                            meta)));
        });
    }
}
