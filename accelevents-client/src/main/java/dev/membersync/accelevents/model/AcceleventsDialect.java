package dev.membersync.accelevents.model;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Spellings of which two circulate, and the zone of the caller's clock: change one when the real service turns out to want the other.
 *
 * @param keyHeader the header of the API key; default {@code Key} (SPEC), also seen {@code Authorization} (DOC)
 * @param keyPrefix what stands before the key in that header; default nothing, also seen {@code "Bearer "} (LIVE, reads only)
 * @param holderTypeKey the ticket type of a holder in a payment; default {@code tickettypeid} (OLD), also seen {@code ticketTypeId} (3RD)
 * @param answerName the name in an answer pair; default {@code key} (OLD, LIVE), also seen {@code name} (3RD)
 * @param codePath how changing and deleting a discount code name it; default {@link CodePath#ID} (DOC), also seen {@link CodePath#CODE} (OLD)
 * @param zone the zone of {@code clientDate} and {@code searchTimeStamp}; default UTC; the vendor does not say which one it expects
 */
public record AcceleventsDialect(
        String keyHeader, String keyPrefix, String holderTypeKey, String answerName, CodePath codePath, ZoneId zone) {
    /** The defaults, each the spelling with the strongest evidence. */
    public static final AcceleventsDialect DEFAULT =
            new AcceleventsDialect("Key", "", "tickettypeid", "key", CodePath.ID, ZoneOffset.UTC);

    /** The key in another header, raw or after a prefix that ends with a blank. */
    public AcceleventsDialect withKeyHeader(String header, String prefix) {
        return new AcceleventsDialect(header, prefix, holderTypeKey, answerName, codePath, zone);
    }

    /** Another spelling of the holder's ticket type. */
    public AcceleventsDialect withHolderTypeKey(String spelling) {
        return new AcceleventsDialect(keyHeader, keyPrefix, spelling, answerName, codePath, zone);
    }

    /** Another spelling of the name in an answer pair. */
    public AcceleventsDialect withAnswerName(String spelling) {
        return new AcceleventsDialect(keyHeader, keyPrefix, holderTypeKey, spelling, codePath, zone);
    }

    /** Another way to name a discount code. */
    public AcceleventsDialect withCodePath(CodePath path) {
        return new AcceleventsDialect(keyHeader, keyPrefix, holderTypeKey, answerName, path, zone);
    }

    /** Another zone of the caller's clock. */
    public AcceleventsDialect withZone(ZoneId clock) {
        return new AcceleventsDialect(keyHeader, keyPrefix, holderTypeKey, answerName, codePath, clock);
    }
}
