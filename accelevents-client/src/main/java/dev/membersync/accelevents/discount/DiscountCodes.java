package dev.membersync.accelevents.discount;

import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Pages;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.CodePath;
import dev.membersync.client.Call;
import dev.membersync.client.internal.CallBuilder;
import java.util.List;

/** The discount codes of an event. Donations are never discounted (DOC). */
public final class DiscountCodes {
    private final EventWire event;

    /** The discount codes of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public DiscountCodes(EventWire event) {
        this.event = event;
    }

    /** All codes at once. Safety READ. Source: R:get-all-discount-codes-for-ticketing (DOC), a bare array (OLD). */
    public Call<List<DiscountCode>> list() {
        return event.inOccurrence("discountCodes.list").reader(body -> Pages.rows(body, CodeBodies::read));
    }

    /**
     * Makes a code. Refused for a code there is already (4060410), and for a recurring event without relative times (4060444), see {@link NewDiscountCode#with}. Safety
     * ONCE_ONLY. Source: R:save-discount-codes-for-ticketing (DOC), body WEB17 (OLD).
     */
    public Call<Acknowledgement> create(NewDiscountCode code) {
        return event.inOccurrence("discountCodes.create")
                .json(CodeBodies.written(code))
                .reader(Acknowledgements::read);
    }

    /**
     * Makes a listed code what {@code changed} says, as a rule its {@link DiscountCode#edit()} with some of it changed. Type and amount freeze after the first use
     * (DOC); a limit below the uses so far is refused (4060413). The path names the code by id, or as the dialect says. Safety IDEMPOTENT_WRITE. Source:
     * R:update-discount-codes-for-ticketing (DOC), body WEB17 (OLD).
     *
     * @throws IllegalArgumentException when the code was used and its type or amount differ
     */
    public Call<Acknowledgement> update(DiscountCode code, NewDiscountCode changed) {
        if (code.isFrozen()
                && (!code.type().equals(changed.type()) || code.amount().compareTo(changed.amount()) != 0)) {
            throw new IllegalArgumentException(
                    "discount code " + code.id() + " was used, so its type and amount are frozen");
        }
        return named(event.call("discountCodes.update"), code)
                .json(CodeBodies.written(changed))
                .reader(Acknowledgements::read);
    }

    /**
     * Deletes a listed code; one that was used is refused (4060412). The path names it by id, or as the dialect says. Safety IDEMPOTENT_WRITE. Source:
     * R:delete-discount-code-detail-by-code (DOC).
     */
    public Call<Acknowledgement> delete(DiscountCode code) {
        return named(event.call("discountCodes.delete"), code).reader(Acknowledgements::read);
    }

    private CallBuilder named(CallBuilder call, DiscountCode code) {
        var byId = event.wire().dialect().codePath() == CodePath.ID;
        return call.path("id", byId ? code.id() : code.code());
    }
}
