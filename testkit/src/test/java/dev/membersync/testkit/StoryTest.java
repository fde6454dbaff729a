package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client as naive and one as careful as clients are, against the same faults: the fake must tell them apart. */
class StoryTest {
    private static final EnumSet<Fault> FAULTS = EnumSet.of(
            Fault.DROP_BEFORE,
            Fault.DROP_AFTER,
            Fault.STATUS_AFTER_EFFECT,
            Fault.STATUS_BEFORE,
            Fault.UNPROCESSABLE_AFTER_EFFECT,
            Fault.TRUNCATED_BODY,
            Fault.TOO_MANY_BARE);
    private static final int PEOPLE = 60;

    private static Accelevents vendor(long seed) {
        Accelevents vendor = new Accelevents();
        vendor.fake.faults(FaultPlan.share(0.15, seed, FAULTS).on("orders.create", "orders.pay"));
        return vendor;
    }

    private static boolean ok(FakeReply reply) {
        return reply.status() == 200 && reply.ending() == Ending.COMPLETE;
    }

    private static long order(Accelevents vendor, String note) {
        FakeReply reply = vendor.order(vendor.free, note);
        while (!ok(reply)) {
            reply = vendor.order(vendor.free, note);
        }
        return Accelevents.object(reply).whole("orderId").orElseThrow();
    }

    private static FakeReply pay(Accelevents vendor, long order, int person) {
        return vendor.pay(order, vendor.free, "P" + person, "Q", "p" + person + "@example.com");
    }

    private static long distinct(Accelevents vendor) {
        return vendor.event.attendees().stream()
                .map(FakeTicket::email)
                .distinct()
                .count();
    }

    @Test
    void aClientThatStartsOverAfterEveryFailureDuplicatesPeople() {
        Accelevents vendor = vendor(1);
        for (int person = 0; person < PEOPLE; person++) {
            while (!ok(pay(vendor, order(vendor, ""), person))) {
                assertThat(vendor.event.attendees()).hasSizeLessThan(2 * PEOPLE);
            }
        }

        assertThat(distinct(vendor)).isEqualTo(PEOPLE);
        assertThat(vendor.event.attendees()).hasSizeGreaterThan(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aClientThatPaysTheSameOrderAgainDuplicatesNobody(long seed) {
        Accelevents vendor = vendor(seed);
        for (int person = 0; person < PEOPLE; person++) {
            long order = order(vendor, "");
            FakeReply reply = pay(vendor, order, person);
            while (!ok(reply) && !reply.text().contains("4060426")) {
                reply = pay(vendor, order, person);
            }
        }

        assertThat(distinct(vendor)).isEqualTo(PEOPLE);
        assertThat(vendor.event.attendees()).hasSize(PEOPLE);
        assertThat(vendor.fake.writes().count("payment")).isEqualTo(PEOPLE);
    }
}
