package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paths of {@link AdminDoor} that only a Memberships fake has. */
final class MembershipsAdmin {
    private final FakeMemberships fake;

    MembershipsAdmin(FakeMemberships fake) {
        this.fake = fake;
    }

    void open(AdminDoor door) {
        door.on(
                "GET",
                "members",
                visit -> FakeReply.json(
                        200,
                        fake.members().all().stream().map(MembershipsAdmin::row).toList()));
        door.on("POST", "members", this::add);
        door.on("GET", "members/{userId}", this::one);
        door.on("PUT", "members/{userId}", this::edit);
        door.on("DELETE", "members/{userId}", visit -> {
            fake.members().delete(visit.variable("userId"));
            return AdminDoor.done();
        });
        door.on("POST", "members/{userId}/duplicate", visit -> {
            fake.members().duplicateRow(visit.variable("userId"));
            return AdminDoor.done();
        });
        door.on(
                "GET",
                "payments",
                visit -> FakeReply.json(
                        200,
                        fake.payments().stream()
                                .map(payment -> Json.map(
                                        "paymentId", payment.paymentId(),
                                        "amount", payment.amount(),
                                        "status", payment.status(),
                                        "userId", payment.userId()))
                                .toList()));
        door.on("PUT", "switches", this::turn);
    }

    private FakeReply add(Visit visit) {
        for (JsonObject sent : Json.objects(visit.request().body())) {
            FakeMember blank = new FakeMember(sent.text("userId", ""), null, null, null, null, null);
            fake.members().add(merge(blank, sent));
        }
        return AdminDoor.done();
    }

    private FakeReply one(Visit visit) {
        Optional<FakeMember> member = fake.members().find(visit.variable("userId"));
        return member.map(found -> FakeReply.json(200, row(found)))
                .orElseGet(() -> AdminDoor.error(404, "no such member"));
    }

    private FakeReply edit(Visit visit) {
        JsonObject sent = visit.body();
        fake.members().edit(visit.variable("userId"), member -> merge(member, sent));
        return one(visit);
    }

    private FakeReply turn(Visit visit) {
        JsonObject sent = visit.body();
        sent.keys().forEach(name -> {
            Object unused = fake.speaksHighLevel()
                    ? HighLevelAdmin.turn(fake.highLevelSwitches(), name, sent)
                    : turn(fake.switches(), name, sent);
        });
        return AdminDoor.done();
    }

    private static MembershipsSwitches turn(MembershipsSwitches switches, String name, JsonObject sent) {
        boolean flag = sent.flag(name);
        String constant = sent.text(name, "").toUpperCase(Locale.ROOT);
        return switch (name) {
            case "paging" -> switches.paging(MembershipsSwitches.Paging.valueOf(constant));
            case "listEnvelope" -> switches.listEnvelope(MembershipsSwitches.ListEnvelope.valueOf(constant));
            case "itemEnvelope" -> switches.itemEnvelope(MembershipsSwitches.ItemEnvelope.valueOf(constant));
            case "zeroBasedPages" -> switches.zeroBasedPages(flag);
            case "total" -> switches.total(flag);
            case "conflictOnRepeatedPayment" -> switches.conflictOnRepeatedPayment(flag);
            case "pageSizeMax" -> switches.pageSizeMax((int) sent.whole(name).orElse(0));
            default -> throw new IllegalArgumentException("no switch " + name);
        };
    }

    /** The member with what was sent; a key that was not sent keeps its value, null clears it. */
    private static FakeMember merge(FakeMember member, JsonObject sent) {
        return new FakeMember(
                member.userId(),
                value(sent, "email", member.email()),
                value(sent, "fullName", member.fullName()),
                value(sent, "status", member.status()),
                value(sent, "planId", member.planId()),
                value(sent, "registrationStatus", member.registrationStatus()));
    }

    private static @Nullable String value(JsonObject sent, String key, @Nullable String kept) {
        return sent.has(key) ? sent.text(key).orElse(null) : kept;
    }

    private static Map<String, Object> row(FakeMember member) {
        return Json.map(
                "userId", member.userId(),
                "email", member.email(),
                "fullName", member.fullName(),
                "status", member.status(),
                "planId", member.planId(),
                "registrationStatus", member.registrationStatus());
    }
}
