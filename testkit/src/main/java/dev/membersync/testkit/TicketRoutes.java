package dev.membersync.testkit;

/** The rows of ticket types, codes, money, holder data and the door beyond the five steps of a registration. */
final class TicketRoutes {
    private static final String EVENT = "/rest/events/{e}";
    private static final String TICKETING = "/rest/host/ticketing/{e}";

    private final AcceleventsState state;

    TicketRoutes(AcceleventsState state) {
        this.state = state;
    }

    Routes addTo(Routes routes) {
        types(routes);
        inPublic(routes);
        codes(routes);
        people(routes);
        return routes;
    }

    private void types(Routes routes) {
        TicketSettings settings = new TicketSettings(state);
        TicketTypeDocument document = new TicketTypeDocument(state);
        String display = EVENT + "/displayTicketing/settings";
        String types = TICKETING + "/ticketTypes";
        routes.add(Operation.read("settings.public", EVENT + "/ticketing/settings"), settings::inPublic)
                .add(Operation.read("settings.display", display), settings::onDisplay)
                .add(Operation.read("settings.portal", display + "/portal"), settings::onDisplay)
                .add(Operation.read("settings.types", TICKETING + "/getTicketingTypeSettings"), settings::typeSettings)
                .add(Operation.read("types.read", types), document::read)
                .add(Operation.write("types.write", "POST", types), document::write)
                .add(Operation.write("types.delete", "DELETE", TICKETING + "/ticketType/{typeId}"), document::delete);
    }

    private void inPublic(Routes routes) {
        String order = EVENT + "/ticketing/order";
        String pay = EVENT + "/tickets/payment/order/{orderId}";
        String apply = EVENT + "/tickets/order/{orderId}/coupon/{code}";
        routes.add(Operation.write("publicOrders.create", "POST", order), new Checkout(state)::order)
                .add(
                        Operation.read("publicOrders.form", order + "/{orderId}/formattributes"),
                        new FormPages(state)::inPublic)
                .add(Operation.write("publicOrders.pay", "POST", pay), new PaymentStep(state)::payInPublic)
                .add(Operation.write("discounts.apply", "GET", apply), new DiscountCodes(state)::apply);
    }

    private void codes(Routes routes) {
        DiscountCodes discounts = new DiscountCodes(state);
        AccessCodes access = new AccessCodes(state);
        String one = TICKETING + "/couponCode";
        String code = TICKETING + "/accessCode";
        routes.add(Operation.read("discounts.list", TICKETING + "/couponCodes"), discounts::list)
                .add(Operation.write("discounts.create", "POST", one), discounts::create)
                .add(Operation.write("discounts.update", "PUT", one + "/{coupon}"), discounts::update)
                .add(Operation.write("discounts.delete", "DELETE", one + "/{coupon}"), discounts::delete)
                .add(Operation.write("accessCodes.create", "POST", code), access::create)
                .add(Operation.write("accessCodes.update", "PUT", code), access::update);
    }

    private void people(Routes routes) {
        BuyerAnswers buyers = new BuyerAnswers(state);
        TicketChanges changes = new TicketChanges(state);
        String staff = EVENT + "/staff";
        String mail = TICKETING + "/resendmail/order/{orderId}";
        String buyer = TICKETING + "/purchaserData/order/{orderId}";
        routes.add(Operation.list("orders.ofUser", staff + "/user/{userId}/orders"), new Listings(state)::ordersOfUser)
                .add(
                        Operation.write("orders.refund", "POST", staff + "/refund/order/{orderId}"),
                        new Refunds(state)::refund)
                .add(Operation.write("orders.mail", "GET", mail), changes::mailOrder)
                .add(Operation.write("tickets.mail", "GET", mail + "/ticketing/{ticketingId}"), changes::mailHolder)
                .add(Operation.read("holders.summary", TICKETING + "/holderData/holder/{ticketId}"), buyers::summary)
                .add(Operation.read("buyers.get", buyer), buyers::read)
                .add(Operation.write("buyers.update", "PUT", buyer), buyers::replace)
                .add(
                        Operation.write("tickets.scan", "GET", staff + "/checkin/barcode/{barcode}/checkin/{flag}"),
                        new DoorScan(state)::scan);
    }
}
