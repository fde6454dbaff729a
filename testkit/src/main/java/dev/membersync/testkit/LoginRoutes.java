package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The ways into a session, and what a buyer reads with one. The codes are DOC; the bodies of the portal and of the sign-up are MODEL. */
final class LoginRoutes {
    private static final int PASSWORD_MIN = 8;

    private final AcceleventsState state;
    private final Accounts accounts;

    LoginRoutes(AcceleventsState state, Accounts accounts) {
        this.state = state;
        this.accounts = accounts;
    }

    Routes addTo(Routes routes) {
        String orders = "/rest/u/myticket";
        return routes.add(login("logins.password", "/rest/u/login"), this::password)
                .add(login("logins.token", "/rest/u/login/token/{key}"), this::link)
                .add(login("logins.userKey", "/rest/u/loginUserByUserKey/{key}"), this::link)
                .add(login("logins.portal", "/rest/u/loginSignUp/{e}"), this::portal)
                .add(
                        login("logins.signUp", "/rest/u/signup/admin"),
                        visit -> signUp(visit, FakeOrganisation.Role.ADMIN))
                .add(Operation.read("myTickets.order", orders + "/order/{orderId}"), this::order)
                .add(Operation.read("myTickets.buyer", orders + "/purchaserData/order/{orderId}"), this::buyer);
    }

    private static Operation login(String id, String template) {
        return Operation.write(id, "POST", template);
    }

    private FakeReply password(Visit visit) {
        JsonObject body = visit.body();
        return FakeReply.json(
                200,
                accounts.login(
                        body.text("username", ""), body.text("password", ""), body.flag("rememberme"), visit.now()));
    }

    private FakeReply link(Visit visit) {
        String key = visit.variable("key");
        if (!accounts.knowsLink(key)) {
            throw VendorError.of("4010101", "The link is not valid");
        }
        return FakeReply.json(
                200,
                accounts.follow(key, visit.now())
                        .orElseThrow(() -> VendorError.of("4068006", "The link has expired or was used")));
    }

    /** Somebody with an account logs in, anybody else gets one. */
    private FakeReply portal(Visit visit) {
        state.event(visit);
        String email = email(visit.body());
        return accounts.find(email).isEmpty()
                ? signUp(visit, FakeOrganisation.Role.BUYER)
                : FakeReply.json(200, accounts.login(email, visit.body().text("password", ""), false, visit.now()));
    }

    private FakeReply signUp(Visit visit, FakeOrganisation.Role role) {
        String email = email(visit.body());
        String password = visit.body().text("password", "");
        Accounts.requireBoth(email, password);
        if (accounts.find(email).isPresent()) {
            throw VendorError.of("4090101", "User already exists");
        }
        if (password.length() < PASSWORD_MIN) {
            throw VendorError.of("4060072", "The password is too weak");
        }
        Accounts.Account account = accounts.add(email, password, role);
        state.wrote(visit.now(), "sign-up", "userId", account.id());
        return FakeReply.json(200, accounts.open(account, visit.now().plus(Duration.ofDays(1))));
    }

    private static String email(JsonObject body) {
        return body.text("email").or(() -> body.text("username")).orElse("");
    }

    private record Bought(EventState event, FakeOrder order) {}

    /** An order of the caller himself; other people's are not found. */
    private Bought bought(Visit visit) {
        String email = accounts.caller(visit.request(), visit.now())
                .map(Accounts.Account::email)
                .orElse("");
        for (EventState event : state.events().values()) {
            FakeOrder order = event.orders().get(visit.number("orderId"));
            if (order != null
                    && order.purchaser().getOrDefault(FormRules.EMAIL, "").equalsIgnoreCase(email)) {
                return new Bought(event, event.order(order.id()));
            }
        }
        throw VendorError.orderNotFound();
    }

    private FakeReply order(Visit visit) {
        Bought bought = bought(visit);
        Map<String, Object> details = bought.event().details().values();
        List<FakeTicket> tickets = bought.event().ticketsOf(bought.order());
        return FakeReply.json(
                200,
                Json.map(
                        "eventLogoImage", null,
                        "eventName", details.get("name"),
                        "eventUrl", bought.event().url(),
                        "eventStartDate", details.get("eventStartDate"),
                        "eventEndDate", details.get("eventEndDate"),
                        "ticketOrderNumber", bought.order().id(),
                        "ticketOrderAmount",
                                tickets.stream().map(FakeTicket::paid).reduce(BigDecimal.ZERO, BigDecimal::add),
                        "purchaseDate", VendorDates.monthFirst(bought.order().createdAt()),
                        "seatNumbers", null,
                        "allowAttendeeToEditInfo", true,
                        "currency", details.get("currency"),
                        "totalPurchasedTicketsInOrder", tickets.size(),
                        "holderAttribute", true,
                        "eventLocation", details.get("address")));
    }

    private FakeReply buyer(Visit visit) {
        Bought bought = bought(visit);
        return FakeReply.json(
                200,
                Json.map(
                        "attributes",
                        answers(bought, false),
                        "questions",
                        answers(bought, true),
                        "seatNumber",
                        "",
                        "eventTicketingId",
                        bought.event().ticketsOf(bought.order()).stream()
                                .findFirst()
                                .map(FakeTicket::id)
                                .orElse(null),
                        "eventKey",
                        bought.event().url()));
    }

    private static List<Map<String, Object>> answers(Bought bought, boolean questions) {
        return bought.event().fields().values().stream()
                .filter(field -> field.question() == questions)
                .filter(field -> bought.order().purchaser().containsKey(field.name()))
                .map(field -> Json.map(
                        "name", field.name(),
                        "type", field.type(),
                        "value", bought.order().purchaser().get(field.name()),
                        "mandatory", field.mandatory()))
                .toList();
    }
}
