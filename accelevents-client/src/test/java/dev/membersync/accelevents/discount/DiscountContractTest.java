package dev.membersync.accelevents.discount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.DiscountCodeId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.WireTime;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class DiscountContractTest extends ContractTest {
    private static final String HOST = "/rest/host/ticketing/spring%20summit";
    private static final String DONE = "{'type':'Success','message':'done'}";
    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 3, 4, 9, 0);
    private static final LocalDateTime ENDS = LocalDateTime.of(2026, 10, 19, 11, 24);
    private static final NewDiscountCode SPRING =
            NewDiscountCode.of("SPRING", DiscountType.PERCENTAGE, new BigDecimal("10.00"), STARTS, ENDS);
    private static final String WRITTEN =
            "{'amount':10,'couponCode':'SPRING','couponStartDate':'04/03/2026 09:00:00','couponEndDate':'19/10/2026 11:24:00','discountType':'PERCENTAGE',";

    static DiscountCode listed(long used) {
        return new DiscountCode(
                new DiscountCodeId(31),
                "SPRING",
                DiscountType.PERCENTAGE,
                BigDecimal.TEN,
                new DiscountScope(""),
                used,
                0,
                OptionalLong.empty(),
                WireTime.read("03/04/2026 09:00:00", WireTime.CODE_LISTED),
                WireTime.read("10/19/2026 11:24:00", WireTime.CODE_LISTED),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    public static List<Contract> rows() {
        return Stream.of(calls(), creations(), changes()).flatMap(List::stream).toList();
    }

    private static List<Contract> calls() {
        return List.of(Contract.ofEvent(
                        "discountCodes.list", event -> event.discountCodes().list())
                .sends("GET " + HOST + "/couponCodes")
                .answers(
                        200,
                        "[{'id':31,'code':'SPRING','amount':10.5,'couponUsed':2,'maximumUseOfCoupon':0,'maximumUseOfCouponPerUser':1,'startDate':'03/04/2026 09:00:00',"
                                + "'endDate':'10/19/2026 11:24:00','eventTicketTypeId':'12, 13','discountType':'Percentage','applicableTo':'PER_ORDER','recurringEventId':0,'new':7}]")
                .gives(DiscountCode.class, code -> {
                    assertThat(code.type()).isEqualTo(DiscountType.PERCENTAGE);
                    assertThat(code.scope()).isEqualTo(DiscountScope.PER_ORDER);
                    assertThat(code.starts().local()).contains(STARTS);
                    assertThat(code.ends().local()).contains(ENDS);
                    assertThat(code.ticketTypes()).containsExactly(new TicketTypeId(12), new TicketTypeId(13));
                    assertThat(code.isFrozen()).isTrue();
                    assertThat(code.extra()).containsOnlyKeys("new");
                }));
    }

    private static List<Contract> creations() {
        return List.of(
                Contract.ofEvent(
                                "discountCodes.create",
                                event -> event.occurrence(new OccurrenceId(77))
                                        .discountCodes()
                                        .create(SPRING))
                        .sends(
                                "POST " + HOST + "/couponCode?recurringEventId=77",
                                WRITTEN + "'eventTicketTypeId':'0','uses':0}")
                        .answers(200, DONE)
                        .gives(
                                Acknowledgement.class,
                                done -> assertThat(done.message()).isEqualTo("done")),
                Contract.ofEvent(
                                "discountCodes.create",
                                event -> event.discountCodes()
                                        .create(SPRING.withTicketTypes(
                                                        List.of(new TicketTypeId(12), new TicketTypeId(13)))
                                                .withUses(5)
                                                .withUsesPerBuyer(1)
                                                .withScope(DiscountScope.PER_TICKET)
                                                .with("recurringRelativeStartTime", 60)))
                        .sends(
                                "POST " + HOST + "/couponCode",
                                WRITTEN
                                        + "'eventTicketTypeId':'12,13','uses':5,'applicableTo':'PER_TICKET','maximumUseOfCouponPerUser':1,'recurringRelativeStartTime':60}")
                        .answers(200, DONE));
    }

    private static List<Contract> changes() {
        return List.of(
                Contract.ofEvent(
                                "discountCodes.update",
                                event -> event.discountCodes()
                                        .update(listed(1), listed(1).edit().withUses(9)))
                        .sends("PUT " + HOST + "/couponCode/31", WRITTEN + "'eventTicketTypeId':'0','uses':9}")
                        .answers(200, DONE),
                Contract.ofEvent(
                                "discountCodes.delete",
                                event -> event.discountCodes().delete(listed(0)))
                        .sends("DELETE " + HOST + "/couponCode/31")
                        .answers(200, ""),
                Contract.ofEvent(
                                "accessCodes.create",
                                event -> event.accessCodes().create(Map.of("code", "opensesame")))
                        .sends("POST " + HOST + "/accessCode", "{'code':'opensesame'}")
                        .answers(200, DONE),
                Contract.ofEvent(
                                "accessCodes.update",
                                event -> event.accessCodes().update(Map.of("code", "opensesame")))
                        .sends("PUT " + HOST + "/accessCode", "{'code':'opensesame'}")
                        .answers(200, DONE));
    }
}
