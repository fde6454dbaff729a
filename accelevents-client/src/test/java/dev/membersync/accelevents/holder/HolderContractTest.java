package dev.membersync.accelevents.holder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.Answer;
import java.util.List;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class HolderContractTest extends ContractTest {
    private static final String HOST = "/rest/host/ticketing/spring%20summit";
    private static final OrderId ORDER = new OrderId(122111);
    private static final EventTicketId TICKET = new EventTicketId("166");
    private static final String WRITTEN =
            "{'attributes':[{'key':'First Name','value':'Ada'}],'questions':[{'key':'Diet','value':null}],'nestedQuestions':[],'seatNumber':'A-1'}";
    private static final HolderSheet ADA = HolderSheet.read(("{'eventTicketingId':166," + WRITTEN.substring(1))
            .replace('\'', '"')
            .getBytes(UTF_8));

    public static List<Contract> rows() {
        return List.of(
                Contract.ofEvent("holders.get", event -> event.holders().sheet(TICKET))
                        .sends("GET " + HOST + "/holderData/ticket/166")
                        .answers(200, """
                                {'seatNumber':'A-1','eventTicketingId':166,'attributes':[{'key':'Company','value':null},{'name':'Home','type':'BILLING_ADDRESS','value':'1|2'}],
                                'questions':[{'key':'Age','value':7}],'nestedQuestions':[{'id':1,'parentQueId':null,'value':'x'}]}""")
                        .gives(HolderSheet.class, HolderContractTest::isWhole),
                Contract.ofEvent(
                                "holders.updateByBarcode",
                                event -> event.holders().updateByBarcode(new Barcode("a/b+c"), ADA))
                        .sends("PUT " + HOST + "/holder-data/barcode/a%2Fb%2Bc", WRITTEN)
                        .answers(200, "{'Type':'Success','Message':'updated successfully'}")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.message()).isEqualTo("updated successfully")),
                Contract.ofEvent("holders.update", event -> event.holders().update(TICKET, ADA))
                        .sends("PUT " + HOST + "/holderData/ticket/166", WRITTEN)
                        .answers(200, "")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.type()).isEmpty()),
                Contract.ofEvent("holders.summary", event -> event.holders().summary(TICKET))
                        .sends("GET " + HOST + "/holderData/holder/166")
                        .answers(
                                200,
                                "{'eventTicketingId':166,'firstName':'Ada','email':'ada@example.org','ticketType':'VIP','paidAmount':'12.50','blocked':false}")
                        .gives(HolderSummary.class, summary -> {
                            assertThat(summary.paidAmount().orElseThrow()).isEqualByComparingTo("12.5");
                            assertThat(summary.extra()).containsEntry("blocked", false);
                            assertThat(summary.toString()).doesNotContain("Ada");
                        }),
                Contract.ofEvent("buyers.get", event -> event.buyers().sheet(ORDER))
                        .sends("GET " + HOST + "/purchaserData/order/122111")
                        .answers(200, "{'attributes':[{'key':'Email','value':'org@example.org'}],'questions':[]}")
                        .gives(
                                HolderSheet.class,
                                sheet -> assertThat(sheet.answer("email"))
                                        .contains(new Answer("Email", "org@example.org"))),
                Contract.ofEvent(
                                "buyers.update",
                                event -> event.buyers()
                                        .update(
                                                ORDER,
                                                HolderSheet.read("{\"attributes\":[],\"version\":1.0}".getBytes(UTF_8))
                                                        .with(Section.ATTRIBUTES, "Email", "new@example.org")))
                        .sends(
                                "PUT " + HOST + "/purchaserData/order/122111",
                                "{'attributes':[{'key':'Email','value':'new@example.org'}],'version':1.0}")
                        .answers(200, "{'type':'Success','message':'updated successfully'}")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.type()).isEqualTo("Success")));
    }

    private static void isWhole(HolderSheet sheet) {
        assertThat(sheet.eventTicketId()).contains(TICKET);
        assertThat(sheet.answers(Section.ATTRIBUTES))
                .containsExactly(new Answer("Company", null), new Answer("Home", "1|2"));
        assertThat(sheet.answers(Section.QUESTIONS).get(0).text()).isEqualTo("7");
        assertThat(sheet.nestedQuestions().get(0)).containsKey("parentQueId").containsEntry("value", "x");
        assertThat(sheet.seatNumber()).isEqualTo("A-1");
    }
}
