package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.order.Deletion;
import dev.membersync.accelevents.order.Exchange;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.policy.Safety;
import dev.membersync.testkit.FakeField;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStoryTest {
    private final Stage stage = new Stage();
    private final EventScope event = stage.event;

    private void people(int count) {
        for (int i = 0; i < count; i++) {
            stage.there.addAttendee(stage.general, "First" + i, "Last" + i, "p" + i + "@example.org");
        }
    }

    @Test
    void oneOrderIsReadWithItsTickets() {
        people(1);
        var ticket = stage.there.tickets().get(0);
        var order = event.orders().order(new OrderId(ticket.orderId())).execute();
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.ticket(Stage.ticketId(ticket)).orElseThrow().barcode())
                .contains(new Barcode(ticket.barcode()));
    }

    @Test
    void anUnknownOrderIsNotFound() {
        assertThatThrownBy(() -> event.orders().order(new OrderId(4711)).execute())
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHolderUpdateKeepsEveryAnswerItDoesNotMention(boolean pairs) {
        stage.fake.switches().answersAsPairs(pairs);
        stage.there.putField(FakeField.attribute("Company"));
        stage.there.putField(FakeField.question("Diet"));
        var answers = Map.of(
                "First Name",
                "Ada",
                "Last Name",
                "King",
                "Email",
                "ada@example.org",
                "Company",
                " Engines|Ltd ",
                "Diet",
                "None");
        var ticket = stage.there.addAttendee(stage.general, answers, "");
        var sheet = event.holders().sheet(Stage.ticketId(ticket)).execute();
        event.holders()
                .updateByBarcode(new Barcode(ticket.barcode()), sheet.with("Last Name", "Lovelace"))
                .execute();
        var after = stage.there.ticket(ticket.id()).orElseThrow();
        assertThat(after.lastName()).isEqualTo("Lovelace");
        assertThat(after.answer("Company")).isEqualTo(" Engines|Ltd ");
        assertThat(after.answer("Diet")).isEqualTo("None");
    }

    @Test
    void aRecordOfUnknownThingsComesBackByteForByteButForTheOneAnswer() {
        var ticket = stage.there.addAttendee(stage.general, "Ada", "King", "ada@example.org");
        var office = stage.there.boxOffice();
        var odd = List.<Object>of(new BigDecimal("1.0"), new BigInteger("12345678901234567890"), true, "Ελένη 😀");
        office.keep(ticket.id(), "attributes", Map.of("key", "Last Name", "verifiedBy", odd));
        office.keep(ticket.id(), "questions", Map.of("key", "Diet", "value", odd, "id", 7));
        office.keep(ticket.id(), "questions", Map.of("key", "Diet", "value", "again"));
        office.keep(ticket.id(), "nestedQuestions", Map.of("id", 3, "value", odd));
        office.keep(ticket.id(), Map.of("version", odd));
        office.seat(ticket.id(), "A-1");
        var path = "/rest/host/ticketing/" + Stage.EVENT + "/holderData/ticket/" + ticket.id();
        var before = stage.client().call("GET", path, Safety.READ).execute();
        var sheet = event.holders().sheet(Stage.ticketId(ticket)).execute();
        event.holders()
                .update(Stage.ticketId(ticket), sheet.with("Last Name", "Lovelace"))
                .execute();
        assertThat(before).contains("King", "verifiedBy", "again", "version");
        assertThat(stage.client().call("GET", path, Safety.READ).execute())
                .isEqualTo(before.replace("King", "Lovelace"));
    }

    @Test
    void aHolderIsUpdatedByTicketWhenNoBarcodeIsKnown() {
        people(1);
        var id = Stage.ticketId(stage.there.tickets().get(0));
        var sheet = event.holders().sheet(id).execute();
        event.holders().update(id, sheet.with("Email", "new@example.org")).execute();
        assertThat(stage.there.tickets().get(0).email()).isEqualTo("new@example.org");
    }

    @Test
    void anExchangeOfEqualPriceChangesTheTypeAndMailsNobody() {
        people(1);
        var student = stage.there.addTicketType("Student", "0.00", 5);
        var ticket = stage.there.tickets().get(0);
        event.orders()
                .exchange(Exchange.ofEqualPrice(
                        new OrderId(ticket.orderId()), Stage.ticketId(ticket), new TicketTypeId(student)))
                .execute();
        assertThat(stage.there.tickets().get(0).typeId()).isEqualTo(student);
        assertThat(stage.there.mails()).isEmpty();
    }

    @Test
    void oneTicketIsDeletedAndTheOthersStay() {
        people(2);
        var doomed = stage.there.tickets().get(0);
        event.orders()
                .delete(Deletion.ofTicket(new OrderId(doomed.orderId()), Stage.ticketId(doomed)))
                .execute();
        assertThat(event.attendees().list().stream())
                .extracting(row -> row.holder().email())
                .containsExactly("p1@example.org");
    }

    @Test
    void deletingOneTicketNeverMeansTheWholeOrder() {
        for (var id : List.of("", "0", " 0 ", "00")) {
            assertThatThrownBy(() -> Deletion.ofTicket(new OrderId(1), new EventTicketId(id)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticketTypes", "tickeTypes"})
    void ticketTypesAreReadUnderBothSpellings(String key) {
        stage.fake.switches().ticketTypesKey(key);
        var settings = event.ticketTypes().settings().execute();
        var type = settings.type(stage.generalType()).orElseThrow();
        assertThat(settings.named(" general admission ")).containsExactly(type);
        assertThat(type.remaining()).hasValue(100);
        assertThat(type.isFree()).isTrue();
    }

    @Test
    void theCatalogueTellsTheFieldsOfTheFormWithoutAnOrder() {
        stage.there.putField(FakeField.question("Member ID").asMandatory());
        var field = event.form().catalogue().execute().field("member id").orElseThrow();
        assertThat(field.requiredForHolder()).isTrue();
        assertThat(field.enabledForBuyer()).isFalse();
    }
}
