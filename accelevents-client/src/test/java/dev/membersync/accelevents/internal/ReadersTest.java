package dev.membersync.accelevents.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.BundleType;
import dev.membersync.accelevents.model.Choice;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.model.IssuedTicket;
import dev.membersync.accelevents.model.OrderType;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.model.TicketKind;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @Test
    void aTicketTypeIsReadWithItsMisspeltKeys() {
        var type = TicketReaders.settings(json("""
                {'tickeTypes':[{'typeId':'145680','name':'VIP','price':'50.10','fee':1.5,'remainingTickets':3,'totalSoldTickets':7,
                'maxTickerPerBuyer':4,'minTickerPerBuyer':1,'ticketType':'PAID','bundleType':'INDIVIDUAL_TICKET',
                'startDate':'2026/03/04 17:06','endDate':'whenever','categoryColor':'red','categoryId':null}]}""")).type(145680).orElseThrow();
        assertThat(type.kind()).isEqualTo(TicketKind.PAID);
        assertThat(type.bundle()).isEqualTo(BundleType.INDIVIDUAL_TICKET);
        assertThat(type.price().orElseThrow()).isEqualByComparingTo("50.10");
        assertThat(type.remaining()).hasValue(3);
        assertThat(type.maxPerBuyer()).hasValue(4);
        assertThat(type.minPerBuyer()).hasValue(1);
        assertThat(type.starts().local()).contains(LocalDateTime.of(2026, 3, 4, 17, 6));
        assertThat(type.ends().text()).isEqualTo("whenever");
        assertThat(type.extra()).containsExactly(Map.entry("categoryColor", "red"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ticketType':'FREE'}",
                "{'ticketType':'FREE','price':0}",
                "{'ticketType':'PAID','price':'0.00'}"
            })
    void aTypeIsFreeWhenItCertainlyCostsNothing(String row) {
        assertThat(onlyType(row).isFree()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'ticketType':'DONATION','price':0}", "{'ticketType':'PAID'}", "{'price':1}", "{}"})
    void aTypeThatMayCostSomethingIsNotFree(String row) {
        assertThat(onlyType(row).isFree()).isFalse();
    }

    private static dev.membersync.accelevents.model.TicketType onlyType(String row) {
        var withId = "{'typeId':1" + (row.equals("{}") ? "}" : "," + row.substring(1));
        return TicketReaders.settings(json("{'ticketTypes':[" + withId + "]}"))
                .types()
                .get(0);
    }

    @Test
    void feesAreReadAsNumbers() {
        var line = TicketReaders.fees(
                        json(
                                "[{'ticketingTypeId':145680,'ticketQuantity':1,'ticketPrice':0.0,'totalPayable':1.25,'aeFees':1}]"))
                .get(0);
        assertThat(line.totalPayable()).isEqualByComparingTo("1.25");
        assertThat(line.platformFees().orElseThrow()).isEqualByComparingTo("1");
        assertThat(line.cardFees()).isEmpty();
    }

    @Test
    void optionsStandInATextWithTheVendorsSpelling() {
        var form = FormReaders.ofOrder(5, json("""
                {'discountCoupon':false,'ticketAttribute':{'buyerInformationFields':[],'hasHolderAttributes':false,'remainingSeconds':598,
                'attendees':[{'attributes':[{'name':'First Name','type':'text','mandatory':true}],'questions':[{'name':'Status','type':'Dropdown',
                'defaultValue':'{\\"dafultvalues\\":{\\"dafultvalue\\":[{\\"label\\":\\"Active\\",\\"value\\":\\"a\\",\\"key\\":\\"k1\\"}]}}'}]}]}}"""));
        var status = form.holders().get(0).questions().get(0);
        assertThat(status.type()).isEqualTo(FieldType.DROPDOWN);
        assertThat(status.choices()).containsExactly(new Choice("Active", "a", "k1"));
        assertThat(form.holders().get(0).attributes().get(0).mandatory()).isTrue();
        assertThat(form.describesHolders()).isFalse();
        assertThat(form.remainingSeconds()).hasValue(598);
    }

    @Test
    void aDefaultTextIsNoListOfOptions() {
        var form = FormReaders.ofOrder(
                5,
                json("{'ticketAttribute':{'buyerQuestions':[{'name':'Hint','type':'TEXT','defaultValue':'{curly'}]}}"));
        assertThat(form.buyerQuestions().get(0).choices()).isEmpty();
    }

    @Test
    void aHolderSheetKeepsNullsNumbersAndNestedQuestions() {
        var sheet = FormReaders.sheet("166", json("""
                {'seatNumber':'A-1','attributes':[{'key':'Company','value':null},{'name':'Home','type':'BILLING_ADDRESS','value':'1|2'}],
                'questions':[{'key':'Age','value':7}],'nestedQuestions':[{'id':1,'parentQueId':null,'value':'x'}]}"""));
        assertThat(sheet.eventTicketId()).isEqualTo("166");
        assertThat(sheet.attributes()).containsExactly(new Answer("Company", null), new Answer("Home", "1|2"));
        assertThat(sheet.questions().get(0).text()).isEqualTo("7");
        assertThat(sheet.nestedQuestions().get(0)).containsKey("parentQueId").containsEntry("value", "x");
        assertThat(sheet.types()).containsEntry("Home", FieldType.BILLING_ADDRESS);
    }

    @Test
    void anOrderRowIsReadWithItsTicketsUnderTheSingularKey() {
        var order = OrderReaders.oneOrder(9, json("""
                {'id':'9','status':'Partially Paid','amount':12.5,'orderType':'CARD','note':'n','purchaser':{'firstName':'A','lastName':'B','email':'e'},
                'attendee':[{'eventTicketingId':166,'barcode':'b','firstName':'Grace','lastName':'D','email':'g@example.org','qty':1,'paidAmount':null,
                'bundleType':null,'ticketStatus':'Checked In','userId':77}],'cardType':null,'lastFour':'4242'}"""));
        var ticket = order.tickets().get(0);
        assertThat(order.id()).isEqualTo(9);
        assertThat(order.totalAmount().orElseThrow()).isEqualByComparingTo("12.5");
        assertThat(order.type()).isEqualTo(OrderType.CARD);
        assertThat(order.purchaser()).isEqualTo(new Person("A", "B", "e"));
        assertThat(order.extra()).containsEntry("lastFour", "4242");
        assertThat(ticket.eventTicketId()).isEqualTo("166");
        assertThat(ticket.paidAmount()).isEmpty();
        assertThat(ticket.extra().get("userId").toString()).isEqualTo("77");
        assertThat(order.toString() + ticket + ticket.holder()).doesNotContain("Grace", "g@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'orderId':122111}", "{'orderId':'122111'}", "{'data':{'orderId':122111}}", "122111"})
    void anOrderIdIsReadFromEveryShape(String body) {
        assertThat(OrderReaders.orderId(json(body))).isEqualTo(122111);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'eventTicketId':'166','email':'e','attendeeId':'x7'}]",
                "[{'eventTicketId':166,'email':'e','attendeeId':'x7'}]",
                "{'eventTicketId':'166','email':'e','attendeeId':'x7'}",
                "{'data':[{'eventTicketId':'166','email':'e','attendeeId':'x7'}]}"
            })
    void issuedTicketsAreReadFromAnArrayOrASingleObject(String body) {
        assertThat(OrderReaders.issued(json(body))).containsExactly(new IssuedTicket("166", "x7", "e", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'type':'Success','message':'ok'}", "[{'email':'e'}]", "<html>", ""})
    void aPaymentThatNamesNoTicketIsNoUsableAnswer(String body) {
        assertThatThrownBy(() -> OrderReaders.issued(json(body))).isInstanceOf(UnreadableException.class);
    }

    @Test
    void anEmptyAnswerToAWriteIsASuccess() {
        assertThat(OrderReaders.acknowledgement(json("")).message()).isEmpty();
        assertThat(OrderReaders.acknowledgement(json("{'Type':'Success','Message':'done'}"))
                        .message())
                .isEqualTo("done");
    }

    @Test
    void aPageOfAGatewayIsNoAnswerToAWrite() {
        assertThatThrownBy(() -> OrderReaders.acknowledgement(json("<html></html>")))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void anAttendeeRowKeepsWhatItDoesNotKnow() {
        var row = Json.page(
                        json(
                                "[{'attendeeId':'x7','barcode':'b','status':'CONFIRMED','ticketStatus':'BOOKED','badge':{'n':1}}]"),
                        List.of(),
                        OrderReaders::attendee)
                .items()
                .get(0);
        assertThat(row.extra()).containsOnlyKeys("badge");
        assertThat(row.orderId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'other':1}", "[]"})
    void settingsWithoutTicketTypesAreNoUsableAnswer(String body) {
        assertThatThrownBy(() -> TicketReaders.settings(json(body))).isInstanceOf(UnreadableException.class);
    }
}
