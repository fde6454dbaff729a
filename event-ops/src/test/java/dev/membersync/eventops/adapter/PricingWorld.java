package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.EventScope;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.http.Transport;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.time.Deadline;
import dev.membersync.eventops.pricing.Experiment;
import dev.membersync.eventops.pricing.MemoryDocuments;
import dev.membersync.eventops.pricing.Permissions;
import dev.membersync.eventops.pricing.PricingEngine;
import dev.membersync.eventops.pricing.PricingNotices;
import dev.membersync.eventops.pricing.PricingSetup;
import dev.membersync.eventops.pricing.RuleForm;
import dev.membersync.eventops.pricing.Side;
import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.MemberRule;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.testkit.Ending;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeRequest;
import dev.membersync.testkit.FakeScheduler;
import dev.membersync.testkit.FakeService;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Both fakes, real clients, a pricing engine, and a clock that moves only when somebody waits. */
final class PricingWorld {
    static final String EVENT = "spring-summit";

    final ManualTime time = ManualTime.create();
    final FakeAccelevents accelevents;
    final FakeMemberships memberships;
    final FakeEvent event;
    final long vip;
    final long general;
    final List<PricingNotices.Notice> told = new ArrayList<>();
    final MembershipsClient members;
    final EventScope scope;
    private final MemoryDocuments documents = MemoryDocuments.create();
    private final SplittableRandom random = new SplittableRandom(5);

    PricingWorld() {
        FakeScheduler scheduler = (delay, task) -> time.after(delay, task);
        accelevents = FakeAccelevents.builder()
                .time(time)
                .scheduler(scheduler)
                .apiKey("events-key")
                .event(EVENT)
                .build();
        event = accelevents.event(EVENT);
        general = event.addTicketType("General Admission", "100.00", 100);
        vip = event.addTicketType("VIP", "250.00", 40);
        memberships = FakeMemberships.builder()
                .time(time)
                .scheduler(scheduler)
                .highLevel("loc1", "comp1")
                .apiKey(
                        "members-key",
                        "contacts.readonly",
                        "contacts.write",
                        "payments/coupons.readonly",
                        "payments/coupons.write")
                .build();
        scope = AcceleventsClient.builder(Secret.of("events-key"))
                .baseUrl(URI.create("http://127.0.0.1:2"))
                .transport(new InProcess(accelevents))
                .time(time)
                .rateBudget(RateBudget.unlimited())
                .build()
                .event(EVENT);
        members = MembershipsClient.builder(MembershipsProfile.HIGHLEVEL)
                .locationId("loc1")
                .members(MemberSettings.only(MemberRule.tag("member")).withPlan(MemberField.tagPrefix("plan:")))
                .baseUrl(URI.create("http://127.0.0.1:1"))
                .apiKey(Secret.of("members-key"))
                .transport(new InProcess(memberships))
                .time(time)
                .rateBudget(RateBudget.unlimited())
                .build();
    }

    void member(String id, String plan) {
        memberships
                .members()
                .add(FakeMember.of(id, id + "@example.com", "Person " + id).withStatus("active"));
        memberships.contacts().tag(id, "member");
        memberships.contacts().tag(id, "plan:" + plan);
    }

    LivePricingInputs inputs() {
        return LivePricingInputs.of(scope, ZoneOffset.UTC, "USD")
                .withMembers(members.members(), Set.of(MemberStatus.ACTIVE), Duration.ofMinutes(5))
                .withoutWaitlist();
    }

    PricingEngine engine(Map<String, Object> rules, Experiment... auto) {
        return PricingEngine.of(new PricingSetup(
                EVENT,
                ZoneOffset.UTC,
                RuleForm.book(rules),
                auto.length == 0 ? Permissions.standard() : Permissions.withExperiments(auto),
                inputs(),
                Map.of(
                        Side.ACCELEVENTS, AcceleventsPricing.of(scope, ZoneOffset.UTC, "USD"),
                        Side.MEMBERSHIPS, MembershipsPricing.of(members, Set.of(MemberStatus.ACTIVE))),
                documents,
                told::add,
                time,
                random));
    }

    /** Carries requests to a fake without a socket. */
    private final class InProcess implements Transport {
        private final FakeService fake;

        private InProcess(FakeService fake) {
            this.fake = fake;
        }

        @Override
        public Reply send(Request request, Deadline deadline) throws InterruptedException {
            Map<String, String> headers = new HashMap<>(request.headers());
            request.secrets().forEach((name, secret) -> headers.put(name, secret.reveal()));
            String query = request.uri().getRawQuery();
            FakeReply reply = fake.handle(FakeRequest.of(
                    request.method(),
                    request.uri().getRawPath() + (query == null ? "" : "?" + query),
                    headers,
                    request.body().orElse(new byte[0])));
            time.sleep(reply.delay());
            if (reply.ending() != Ending.COMPLETE) {
                throw TransportException.outcomeUnknown("the reply was " + reply.ending(), null);
            }
            Map<String, List<String>> replied = new HashMap<>();
            reply.headers().forEach((name, value) -> replied.put(name, List.of(value)));
            return new Reply(reply.status(), Headers.of(replied), reply.body(), reply.delay());
        }
    }
}
