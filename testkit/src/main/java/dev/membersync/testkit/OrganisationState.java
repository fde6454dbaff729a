package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an organisation has beside its events: organisers, white labels, accounts of people and uploaded files. Guarded by the switchboard. */
final class OrganisationState {
    private final Map<String, FakeRecord> organizers = new LinkedHashMap<>();
    private final Map<String, String> whiteLabels = new LinkedHashMap<>();
    private final List<FakeUpload> uploads = new ArrayList<>();
    private final Ids ids;
    private final Accounts accounts;
    private long organizerIds = 2_101;

    OrganisationState(long seed) {
        ids = new Ids(seed);
        accounts = new Accounts(ids);
    }

    Accounts accounts() {
        return accounts;
    }

    List<FakeUpload> uploads() {
        return uploads;
    }

    String uuid() {
        return ids.uuid();
    }

    List<FakeRecord> organizers() {
        return List.copyOf(organizers.values());
    }

    long addOrganizer(String pageUrl, String name) {
        long id = organizerIds++;
        organizers.put(
                pageUrl, new FakeRecord(String.valueOf(id), Json.map("name", name, "organizerPageURL", pageUrl)));
        return id;
    }

    /** An organiser by page; no code is documented for a missing one. */
    FakeRecord organizer(String pageUrl) {
        return Optional.ofNullable(organizers.get(pageUrl))
                .orElseThrow(() -> new Refusal(VendorError.validation(404, "No such organizer")));
    }

    /** A white label, with the code that refuses new events of it, or an empty text. */
    void putWhiteLabel(String url, String code) {
        whiteLabels.put(url, code);
    }

    void requireWhiteLabel(String url) {
        String code = url.isEmpty() ? "" : whiteLabels.getOrDefault(url, "4040015");
        if (!code.isEmpty()) {
            throw VendorError.of(code, "The white label cannot have this event");
        }
    }
}
