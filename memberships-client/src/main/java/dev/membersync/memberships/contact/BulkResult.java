package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Fields;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a bulk change did. The vendor accepts the request as a whole and reports contact by contact (SPEC,
 * memberships-api.md 2.2): a result is no proof that all went well, {@link #complete} is.
 *
 * @param succeeded whether the vendor calls it a success; true when it does not say
 * @param errors    for how many contacts it failed; empty when the vendor does not say
 * @param responses what the vendor says about each, as it is. Unmodifiable
 */
public record BulkResult(boolean succeeded, OptionalLong errors, List<Object> responses) {

    /** Copies the list. */
    public BulkResult {
        responses = List.copyOf(responses);
    }

    static BulkResult read(Fields answer) {
        return new BulkResult(
                answer.flag("succeeded", "succeded", "success").orElse(true),
                answer.number("errorCount"),
                answer.list("responses").stream().filter(Objects::nonNull).toList());
    }

    /** Whether the vendor says that it worked for every contact. */
    public boolean complete() {
        return succeeded && errors.orElse(0) == 0;
    }

    /** Shows the numbers, not what is said about people. */
    @Override
    public String toString() {
        return "BulkResult[succeeded=" + succeeded + ", errors=" + errors + ", responses=" + responses.size() + "]";
    }
}
