package dev.membersync.accelevents.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Acknowledgement;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class TicketContractTest extends ContractTest {
    private static final String EVENT = "/rest/events/spring%20summit";
    private static final String HOST = "/rest/host/ticketing/spring%20summit";
    private static final TicketTypeId VIP = new TicketTypeId(145680);
    private static final String ROW =
            "{'typeId':145680,'name':'VIP','price':'50.10','remainingTickets':3,'totalSoldTickets':7,'ticketType':'PAID','bundleType':'INDIVIDUAL_TICKET',"
                    + "'maxTickerPerBuyer':4,'minTickerPerBuyer':1,'startDate':'2026/03/04 17:06','endDate':'whenever','categoryColor':'red','categoryId':null}";

    public static List<Contract> rows() {
        return Stream.of(calls(), buyerCalls(), hostCalls())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Contract> calls() {
        return List.of(
                Contract.ofEvent(
                                "ticketTypes.settings",
                                event -> event.ticketTypes().settings())
                        .sends("GET " + EVENT + "/staff/ticketing/settings")
                        .answers(200, "{'startDate':'2026/03/04 09:00','tickeTypes':[" + ROW + "]}")
                        .gives(TicketSettings.class, TicketContractTest::isVip),
                Contract.ofEvent(
                                "ticketTypes.settings",
                                event -> event.occurrence(new OccurrenceId(77))
                                        .ticketTypes()
                                        .settings())
                        .sends("GET " + EVENT + "/staff/ticketing/settings?recurringEventId=77")
                        .answers(200, "{'ticketTypes':[" + ROW + "]}")
                        .gives(TicketSettings.class, TicketContractTest::isVip),
                Contract.ofEvent(
                                "ticketTypes.fees",
                                event -> event.ticketTypes()
                                        .fees(List.of(new TicketChoice(VIP, 2, new BigDecimal("10.50"), List.of()))))
                        .sends(
                                "POST " + EVENT + "/calculateFee",
                                "[{'ticketQuantity':'2','ticketingTypeId':'145680','ticketPrice':'10.50'}]")
                        .answers(
                                200,
                                "[{'ticketingTypeId':145680,'ticketQuantity':2,'ticketPrice':10.5,'totalPayable':23.10,'aeFees':1.1}]")
                        .gives(FeeLine.class, fee -> {
                            assertThat(fee.totalPayable()).isEqualByComparingTo("23.1");
                            assertThat(fee.platformFees().orElseThrow()).isEqualByComparingTo("1.1");
                            assertThat(fee.cardFees()).isEmpty();
                        }));
    }

    private static List<Contract> buyerCalls() {
        return List.of(
                Contract.ofEvent(
                                "ticketTypes.forBuyers",
                                event -> event.ticketTypes().forBuyers("opensesame"))
                        .sends("GET " + EVENT + "/ticketing/settings?accesscode=opensesame")
                        .answers(
                                200,
                                "{'discountCodeAvailable':true,'ticketTypes':[{'typeId':'145680','price':5,'remaniningTickets':7}]}")
                        .gives(
                                TicketSettings.class,
                                settings -> assertThat(
                                                settings.type(VIP).orElseThrow().remaining())
                                        .hasValue(7)),
                Contract.ofEvent(
                                "ticketTypes.display",
                                event -> event.occurrence(new OccurrenceId(77))
                                        .ticketTypes()
                                        .display(""))
                        .sends("GET " + EVENT + "/displayTicketing/settings?recurringEventId=77")
                        .answers(200, "{'eventFormat':'HYBRID','showRegistrationButton':true}")
                        .gives(TicketSettings.class, settings -> {
                            assertThat(settings.types()).isEmpty();
                            assertThat(settings.extra()).containsEntry("showRegistrationButton", true);
                        }),
                Contract.ofEvent(
                                "ticketTypes.portal",
                                event -> event.ticketTypes().portal("a b"))
                        .sends("GET " + EVENT + "/displayTicketing/settings/portal?accesscode=a%20b")
                        .answers(200, "{'ticketTypes':[{'typeId':145680,'price':5.0,'ticketType':'PAID'}]}")
                        .gives(
                                TicketSettings.class,
                                settings -> assertThat(
                                                settings.type(VIP).orElseThrow().kind())
                                        .isEqualTo(TicketKind.PAID)));
    }

    private static List<Contract> hostCalls() {
        return List.of(
                Contract.ofEvent(
                                "ticketTypes.list", event -> event.ticketTypes().list())
                        .sends("GET " + HOST + "/ticketTypes")
                        .answers(
                                200,
                                "{'eventTitle':'Spring','ticketTypes':[{'typeId':145680,'numberOfTicket':100,'chnageToTabel':false}]}")
                        .gives(
                                TicketTypeDocument.class,
                                document -> assertThat(document.row(VIP).orElseThrow())
                                        .containsEntry("numberOfTicket", 100)
                                        .containsEntry("chnageToTabel", false)),
                Contract.ofEvent(
                                "ticketTypes.rules",
                                event -> event.ticketTypes().rules())
                        .sends("GET " + HOST + "/getTicketingTypeSettings")
                        .answers(200, "{'isSeating':false,'limitEventCapacity':'true','eventCapacity':250,'new':1}")
                        .gives(TicketRules.class, rules -> {
                            assertThat(rules.capacity()).hasValue(250);
                            assertThat(rules.extra()).containsOnlyKeys("new");
                        }),
                Contract.ofEvent(
                                "ticketTypes.save",
                                event -> event.ticketTypes()
                                        .save(document().with(VIP, "price", new BigDecimal("12.50"))))
                        .sends(
                                "POST " + HOST + "/ticketTypes",
                                "{'eventTitle':'Spring','ticketTypes':[{'typeId':145680,'price':12.50}]}")
                        .answers(200, "{'type':'Success','message':'saved'}")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.message()).isEqualTo("saved")),
                Contract.ofEvent(
                                "ticketTypes.delete",
                                event -> event.ticketTypes().delete(VIP))
                        .sends("DELETE " + HOST + "/ticketType/145680")
                        .answers(200, "")
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.type()).isEmpty()));
    }

    private static void isVip(TicketSettings settings) {
        var type = settings.type(VIP).orElseThrow();
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

    private static TicketTypeDocument document() {
        return TicketReaders.document("""
                {"eventTitle":"Spring","availableTimeZone":[{"name":"UTC"}],"ticketTypes":[{"typeId":145680,"price":10}],"ticketingFee":{"addon":1}}""".getBytes(UTF_8));
    }
}
