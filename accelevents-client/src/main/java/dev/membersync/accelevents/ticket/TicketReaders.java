package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.math.BigDecimal;
import java.util.List;

/** Reads ticket types and fees. */
final class TicketReaders {
    private TicketReaders() {}

    static TicketSettings settings(byte[] body) {
        return Json.object(body, root -> {
            // The reference page spells the key without its second T (DOC).
            if (!root.has("ticketTypes") && !root.has("tickeTypes")) {
                throw new UnreadableException("the reply has no ticket types");
            }
            return types(root);
        });
    }

    /** The pages list some of their fields only, the ticket types not always among them (DOC). */
    static TicketSettings display(byte[] body) {
        return Json.object(body, TicketReaders::types);
    }

    private static TicketSettings types(Fields root) {
        var types = root.objects("ticketTypes", "tickeTypes").stream()
                .map(TicketReaders::type)
                .toList();
        return new TicketSettings(types, root.rest());
    }

    static TicketTypeDocument document(byte[] body) {
        var document = new TicketTypeDocument(Json.utf8Object(body));
        if (!document.hasTypes()) {
            throw new UnreadableException("the reply has no ticket types");
        }
        return document;
    }

    static TicketRules rules(byte[] body) {
        return Json.object(
                body,
                root -> new TicketRules(
                        root.flag("showRemainingTickets"),
                        root.flag("showRegistrationButton"),
                        root.flag("showTicketPrice"),
                        root.flag("isSeating"),
                        root.flag("limitEventCapacity"),
                        root.number("eventCapacity"),
                        root.flag("requireDisclaimerConfirmation"),
                        root.flag("allowDisagreeDisclaimerConfirmation"),
                        root.flag("allowEditingOfDisclaimer"),
                        root.text("customDisclaimer").orElse(""),
                        root.rest()));
    }

    private static TicketType type(Fields row) {
        return new TicketType(
                new TicketTypeId(Ids.number(row, "typeId", "ticketTypeId", "id")),
                row.text("name").orElse(""),
                new TicketKind(row.text("ticketType").orElse("")),
                row.decimal("price"),
                row.decimal("fee"),
                // The public view of the same list has the second spelling (OLD).
                row.number("remainingTickets", "remaniningTickets"),
                row.number("totalSoldTickets"),
                row.number("minTickerPerBuyer", "minTicketPerBuyer"),
                row.number("maxTickerPerBuyer", "maxTicketPerBuyer"),
                new BundleType(row.text("bundleType").orElse("")),
                WireTime.read(row.text("startDate").orElse(""), WireTime.EVENT),
                WireTime.read(row.text("endDate").orElse(""), WireTime.EVENT),
                row.rest());
    }

    static List<FeeLine> fees(byte[] body) {
        return Json.page(body, List.of("data"), TicketReaders::fee).items();
    }

    private static FeeLine fee(Fields row) {
        var price = row.decimal("ticketPrice");
        return new FeeLine(
                new TicketTypeId(Ids.number(row, "ticketingTypeId", "ticketTypeId")),
                row.number("ticketQuantity").orElse(1),
                price.orElse(BigDecimal.ZERO),
                row.decimal("totalPayable").orElseThrow(() -> new UnreadableException("a fee row has no totalPayable")),
                row.decimal("aeFees"),
                row.decimal("ccFees"),
                row.decimal("wlFees"),
                row.rest());
    }
}
