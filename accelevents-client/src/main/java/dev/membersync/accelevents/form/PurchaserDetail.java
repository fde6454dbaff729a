package dev.membersync.accelevents.form;

import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Person;
import java.util.Map;
import java.util.Optional;

/**
 * What the public checkout knows of the buyer (DOC).
 *
 * @param person name and address; empty parts for somebody who is not signed in
 * @param phoneNumber as it came; may be empty
 * @param countryCode as it came; may be empty
 * @param userId the platform account; empty for somebody who is not signed in
 * @param addressRequired whether the buyer must give an address
 * @param extra every other field, the stored cards under {@code linkedCard} among them
 */
public record PurchaserDetail(
        Person person,
        String phoneNumber,
        String countryCode,
        Optional<PlatformUserId> userId,
        boolean addressRequired,
        Map<String, Object> extra) {
    public PurchaserDetail {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "PurchaserDetail[***]";
    }
}
