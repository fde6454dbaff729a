package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three ways a contact is shown: alone, as a hit of the search, and as a row of the old list (LIVE). */
final class ContactView {
    private static final List<String> HIT = List.of("""
            locationId phoneLabel country address source type dnd dndSettings state businessName tags dateAdded
            dateUpdated additionalEmails phone companyName additionalPhones city dateOfBirth firstName lastName
            email assignedTo followers validEmail""".split("\\s+"));

    private ContactView() {}

    static Map<String, Object> whole(FakeRecord contact) {
        Map<String, Object> view = Json.map("id", contact.id(), "name", name(contact));
        view.putAll(contact.values());
        view.put("customFields", customFields(contact));
        lowered(view, contact);
        contact.text("email").ifPresent(email -> view.put("emailLowerCase", email.toLowerCase(Locale.ROOT)));
        return view;
    }

    /** A new contact shows more than it ever will again. */
    static Map<String, Object> created(FakeRecord contact) {
        Map<String, Object> view = whole(contact);
        view.putAll(Json.map(
                "deleted",
                false,
                "bounceEmail",
                false,
                "offers",
                contact.texts("offers"),
                "products",
                contact.texts("products")));
        return view;
    }

    static Map<String, Object> hit(FakeRecord contact, List<Object> cursor) {
        Map<String, @Nullable Object> view = Json.map("id", contact.id());
        HIT.forEach(name -> view.put(name, contact.values().get(name)));
        view.put("customFields", customFields(contact));
        lowered(view, contact);
        view.put("searchAfter", cursor);
        return view;
    }

    /** The old list lower-cases names and keeps the originals beside them. */
    static Map<String, Object> row(FakeRecord contact) {
        Map<String, Object> view = whole(contact);
        view.remove("name");
        view.put("contactName", name(contact).toLowerCase(Locale.ROOT));
        for (String part : List.of("firstName", "lastName")) {
            contact.text(part).ifPresent(text -> {
                view.put(part, text.toLowerCase(Locale.ROOT));
                view.put(part + "Raw", text);
            });
        }
        return view;
    }

    /** Both names joined by one blank, so that a name that was split at its first blank comes back whole. */
    static String name(FakeRecord contact) {
        Optional<String> last = contact.text("lastName");
        String first = contact.text("firstName").orElse("");
        return last.map(text -> contact.text("firstName").isEmpty() ? text : first + " " + text)
                .orElse(first);
    }

    static long millis(FakeRecord contact, String name) {
        return contact.text(name).map(Instant::parse).map(Instant::toEpochMilli).orElse(0L);
    }

    private static void lowered(Map<String, Object> view, FakeRecord contact) {
        for (String part : List.of("firstName", "lastName")) {
            contact.text(part).ifPresent(text -> view.put(part + "LowerCase", text.toLowerCase(Locale.ROOT)));
        }
    }

    private static List<Map<String, Object>> customFields(FakeRecord contact) {
        List<Map<String, Object>> fields = new ArrayList<>();
        contact.customFields().forEach((id, value) -> fields.add(Json.map("id", id, "value", value)));
        return fields;
    }
}
