package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** Access codes. The vendor does not publish the fields of their body: {@code code}, {@code id} and {@code eventTicketTypeId} are guesses, the rest is kept as sent. */
final class AccessCodes {
    private final AcceleventsState state;

    AccessCodes(AcceleventsState state) {
        this.state = state;
    }

    FakeReply create(Visit visit) {
        EventState event = state.event(visit);
        JsonObject body = visit.body();
        if (event.office().accessCode(code(body)).isPresent()) {
            throw VendorError.of("4090003", "Access code already exists");
        }
        return save(visit, event, body, event.office().nextId(), "access-code-create");
    }

    FakeReply update(Visit visit) {
        EventState event = state.event(visit);
        JsonObject body = visit.body();
        FakeAccessCode known = body.whole("id").isPresent()
                ? event.office().accessCodes().get(body.whole("id").getAsLong())
                : event.office().accessCode(code(body)).orElse(null);
        if (known == null) {
            throw VendorError.of("4040019", "Access code not found");
        }
        return save(visit, event, body, known.id(), "access-code-update");
    }

    private FakeReply save(Visit visit, EventState event, JsonObject body, long id, String kind) {
        Map<String, Object> details = new HashMap<>();
        body.values().forEach((name, value) -> {
            if (value != null) {
                details.put(name, value);
            }
        });
        FakeAccessCode code = new FakeAccessCode(id, code(body), DiscountCodes.typeIds(event, body), details);
        event.office().accessCodes().put(id, code);
        state.wrote(visit.now(), kind, event, "accessCodeId", id);
        return HolderAnswers.success("Access code saved successfully");
    }

    private static String code(JsonObject body) {
        return body.text("code")
                .or(() -> body.text("accessCode"))
                .filter(code -> !code.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("code is missing"));
    }
}
