package dev.membersync.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An access code: it shows hidden ticket types in public views.
 *
 * @param id its id
 * @param code its text
 * @param typeIds the hidden ticket types it shows; empty for all
 * @param details everything that was sent, whose names the vendor does not publish
 */
public record FakeAccessCode(long id, String code, Set<Long> typeIds, Map<String, Object> details) {
    /** Copies the collections. */
    public FakeAccessCode {
        typeIds = Set.copyOf(typeIds);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
