package dev.membersync.accelevents.holder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.Answer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HolderContractTest {
    private static final String HOST = "/rest/host/ticketing/spring%20summit";
    private static final OrderId ORDER = new OrderId(122111);

    static List<Contract> calls() {
        return List.of(
                Contract.ofEvent("holders.summary", event -> event.holders().summary(new EventTicketId("166")))
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

    @ParameterizedTest
    @MethodSource("calls")
    void goesOutAndIsReadAsWritten(Contract contract) {
        contract.hold();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aDamagedReplyIsAValueOrOneTypedError(Contract contract) {
        contract.survives();
    }
}
