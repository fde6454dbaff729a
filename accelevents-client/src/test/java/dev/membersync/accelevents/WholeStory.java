package dev.membersync.accelevents;

import static java.util.Comparator.comparing;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.attendee.AttendeeQuery;
import dev.membersync.accelevents.feed.ChangePage;
import dev.membersync.accelevents.feed.FeedMark;
import dev.membersync.accelevents.feed.JoinedTicket;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.order.Deletion;
import dev.membersync.accelevents.order.Exchange;
import dev.membersync.accelevents.order.OrderQuery;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.order.Refund;
import dev.membersync.accelevents.registration.OrderPlaced;
import dev.membersync.accelevents.registration.PaymentOutcome.Issued;
import dev.membersync.accelevents.registration.RegistrationDraft;
import dev.membersync.accelevents.webhook.HintReceiver;
import dev.membersync.accelevents.webhook.WebhookHint;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.testkit.FakeDelivery;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything a team does with an event, once, and what the client made of each step: the same whatever the service spells otherwise. */
final class WholeStory {
    private final Stage stage;
    private final AcceleventsClient client;
    private final EventScope event;
    private final Map<String, Object> told = new LinkedHashMap<>();
    private final Set<Object> hinted = new LinkedHashSet<>();

    private WholeStory(Stage stage, AcceleventsDialect dialect) {
        this.stage = stage;
        this.client = stage.client(dialect);
        this.event = client.event(Stage.EVENT);
    }

    /** Tells the story; the values do not depend on spellings, so neither does this map. */
    static Map<String, Object> of(Stage stage, AcceleventsDialect dialect) {
        var story = new WholeStory(stage, dialect);
        story.opens();
        var ada = story.registers();
        story.lists();
        story.follows();
        story.rewrites(ada);
        story.admits(ada);
        var office = new OfficeStory(stage, story.client, story.told);
        office.discounts();
        office.plans(story.ticketOf(ada).id());
        story.isRefused();
        story.movesMoney();
        story.leaves(ada);
        return story.told;
    }

    private void opens() {
        stage.there.putField(FakeField.attribute("Company"));
        stage.there.putField(FakeField.question("Diet").withOptions("None", "Vegan"));
        stage.there.putField(FakeField.question("Member ID").asMandatory());
        var receiver = HintReceiver.builder()
                .secretInPath(Secret.of("0123456789abcdef"))
                .build();
        stage.fake
                .webhooks()
                .registerAll(URI.create("/hooks/0123456789abcdef"))
                .deliverTo(hook -> hinted(receiver, hook));
        var settings = event.ticketTypes().settings().execute();
        told.put(
                "types",
                settings.types().stream()
                        .map(type -> List.of(type.id(), type.name(), type.kind(), type.unitPrice(), type.remaining()))
                        .toList());
        told.put(
                "for buyers",
                event.ticketTypes()
                        .forBuyers("")
                        .execute()
                        .type(stage.vipType())
                        .orElseThrow()
                        .remaining());
        told.put("host's types", event.ticketTypes().list().execute().rows().size());
        told.put("rules", event.ticketTypes().rules().execute().capacity());
        told.put(
                "catalogue",
                event.form().catalogue().execute().fields().stream()
                        .map(field -> List.of(field.name(), field.type(), field.requiredForHolder()))
                        .toList());
        told.put(
                "event",
                List.of(
                        event.details().page().execute().url(),
                        event.details().host().execute().name()));
    }

    private int hinted(HintReceiver receiver, FakeDelivery hook) {
        var delivery = Delivery.of(Headers.none(), hook.body()).at(hook.target());
        return receiver.receive(
                        delivery,
                        hints -> hints.stream().flatMap(WholeStory::records).forEach(hinted::add))
                .status();
    }

    private static Stream<Object> records(WebhookHint hint) {
        return Stream.of(hint.orders(), hint.tickets()).flatMap(Set::stream);
    }

    private OrderPlaced registers() {
        var registrations = event.registrations();
        var draft = stage.ada()
                .withAnswer("Company", "Engines")
                .withAnswer("Diet", "Vegan")
                .withAnswer("Member ID", "u1");
        var ada = registrations.place(draft);
        var form = event.form().ofOrder(ada.orderId()).execute();
        told.put(
                "form",
                Stream.of(
                                form.buyerAttributes(),
                                form.holders().get(0).attributes(),
                                form.holders().get(0).questions())
                        .map(fields -> fields.stream().map(Shown::field).toList())
                        .toList());
        told.put("hold", form.remainingSeconds());
        told.put("ada", registrations.pay(ada, draft));
        told.put("ada again", registrations.pay(ada, draft));
        told.put("paid in all", register(stage.vipType(), "Grace"));
        return ada;
    }

    private Object register(TicketTypeId type, String name) {
        var draft = RegistrationDraft.of(type, name, "Doe", name + "@example.org")
                .withAnswer("Member ID", name)
                .withPaymentType(PaymentType.CASH);
        var order = event.registrations().place(draft);
        var issued = (Issued) event.registrations().pay(order, draft);
        stage.time.advance(Duration.ofMinutes(1));
        return List.of(
                order.orderId(),
                order.fees().stream().map(fee -> fee.totalPayable()).toList(),
                issued.tickets());
    }

    private void lists() {
        told.put(
                "attendees",
                event.attendees().list(AttendeeQuery.ALL.withPageSize(2)).stream()
                        .sorted(comparing(row -> row.holder().email()))
                        .map(Shown::attendee)
                        .toList());
        told.put(
                "found",
                event.attendees().list(AttendeeQuery.ALL.withSearch("Grace")).stream()
                        .map(Attendee::holder)
                        .toList());
        told.put("orders", orders(OrderQuery.ALL.withPageSize(2)));
        var grace = orders(OrderQuery.ALL.withSearch("Grace@"));
        told.put("order found", grace);
    }

    private List<Object> orders(OrderQuery query) {
        return event.orders().list(query).stream()
                .filter(order -> !order.tickets().isEmpty())
                .sorted(comparing(order -> order.id().value()))
                .map(Shown::order)
                .toList();
    }

    private void follows() {
        var all = reading("all", event.changes().all());
        stage.time.advance(Duration.ofMinutes(10));
        var since = stage.time.instant();
        stage.time.advance(Duration.ofMinutes(10));
        told.put("linus", register(stage.generalType(), "Linus"));
        told.put("orders since", orders(OrderQuery.ALL.withSince(since)));
        reading("changes", event.changes().since(all));
    }

    private FeedMark reading(String name, Iterable<ChangePage> pages) {
        var tickets = new ArrayList<JoinedTicket>();
        var marks = new ArrayList<FeedMark>();
        for (var page : pages) {
            tickets.addAll(page.tickets());
            page.next().ifPresent(marks::add);
        }
        told.put(
                name,
                tickets.stream()
                        .sorted(comparing(ticket -> ticket.holder().email()))
                        .map(Shown::joined)
                        .toList());
        told.put("mark of " + name, marks);
        return marks.get(0);
    }

    private FakeTicket ticketOf(OrderPlaced order) {
        return stage.there.tickets().stream()
                .filter(ticket -> ticket.orderId() == order.orderId().value())
                .findFirst()
                .orElseThrow();
    }

    private void rewrites(OrderPlaced ada) {
        var id = Stage.ticketId(ticketOf(ada));
        var barcode = new Barcode(ticketOf(ada).barcode());
        var sheet = event.holders().sheet(id).execute();
        told.put("sheet", Shown.answers(sheet));
        event.holders()
                .updateByBarcode(barcode, sheet.with("Company", "Engines|Ltd"))
                .execute();
        told.put("sheet after", Shown.answers(event.holders().sheet(id).execute()));
        told.put("stored", new TreeMap<>(ticketOf(ada).answers()));
        event.holders()
                .update(id, event.holders().sheet(id).execute().with("Last Name", "King"))
                .execute();
        told.put("summary", event.holders().summary(id).execute().holder());
        var buyer = event.buyers().sheet(ada.orderId()).execute();
        event.buyers()
                .update(ada.orderId(), buyer.with("Email", "buyer@example.org"))
                .execute();
        told.put("buyer", Shown.answers(event.buyers().sheet(ada.orderId()).execute()));
        var student = new TicketTypeId(stage.there.addTicketType("Student", "0.00", 5));
        event.orders()
                .exchange(Exchange.ofEqualPrice(ada.orderId(), id, student))
                .execute();
        told.put("exchanged", Shown.order(event.orders().order(ada.orderId()).execute()));
    }

    private void admits(OrderPlaced ada) {
        var barcode = event.orders()
                .order(ada.orderId())
                .execute()
                .tickets()
                .get(0)
                .barcode()
                .orElseThrow();
        var door = event.checkIn();
        var scans = Stream.of(
                        door.admit(barcode),
                        door.admit(barcode),
                        door.undo(barcode),
                        door.undo(barcode),
                        door.admit(new Barcode("nobody")),
                        door.admit(barcode))
                .map(call -> call.execute())
                .map(outcome -> List.of(outcome.getClass().getSimpleName(), outcome.isIn(), outcome.toString()))
                .toList();
        told.put("scans", scans);
        stage.time.advance(Duration.ofMinutes(1));
        told.put(
                "at the door",
                event.attendees().list(AttendeeQuery.ALL.withSearch("ada@")).stream()
                        .map(Shown::attendee)
                        .toList());
    }

    private void isRefused() {
        told.put(
                "no such order",
                Shown.refused(() -> event.orders().order(new OrderId(4711)).execute()));
        told.put(
                "no such event",
                Shown.refused(
                        () -> client.event("autumn").ticketTypes().settings().execute()));
        stage.there.changeQuantity(stage.vip, 1);
        told.put("sold out", Shown.refused(() -> register(stage.vipType(), "Late")));
        var draft = stage.ada().withAnswer("Member ID", "u9");
        var late = event.registrations().place(draft);
        stage.time.advance(Duration.ofMinutes(11));
        told.put("late", event.registrations().pay(late.orderId(), draft));
    }

    private void movesMoney() {
        var vip = stage.there.tickets().stream()
                .filter(ticket -> ticket.typeId() == stage.vip)
                .findFirst()
                .orElseThrow();
        var order = new OrderId(vip.orderId());
        event.orders()
                .refund(Refund.part(order, Stage.ticketId(vip), new BigDecimal("20.00")))
                .execute();
        told.put("refunded", Shown.order(event.orders().order(order).execute()));
        event.orders()
                .refund(Refund.part(order, Stage.ticketId(vip), new BigDecimal("30.00")))
                .execute();
        told.put(
                "refunded whole",
                event.checkIn().admit(new Barcode(vip.barcode())).execute());
    }

    private void leaves(OrderPlaced ada) {
        event.orders().resendMail(ada.orderId()).execute();
        event.orders()
                .delete(Deletion.ofTicket(ada.orderId(), Stage.ticketId(ticketOf(ada))))
                .execute();
        stage.time.advance(Duration.ofMinutes(1));
        stage.there.cancel(stage.there.attendees().get(1).id());
        told.put(
                "left",
                event.attendees().list().stream()
                        .map(Shown::attendee)
                        .sorted(comparing(Object::toString))
                        .toList());
        told.put("orders left", orders(OrderQuery.ALL));
        told.put("mails", stage.there.mails().size());
        told.put("hints", hinted);
    }
}
