package dev.membersync.sync.config;

import dev.membersync.client.error.ApiException;
import dev.membersync.memberships.UnknownCustomFieldException;
import dev.membersync.sync.adapter.FormLabels;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.engine.LiveSettings;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.workflow.PaymentWorkflow;
import dev.membersync.sync.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks whether everything that a configuration names is in place. Reads only: one page of members, two calls an event. */
public final class Doctor {
    private static final int PAGE = 100;
    /** What a day allows where nothing says so (DOC, HighLevel). */
    private static final int DAILY_CALLS = 200_000;

    /** What is written to see whether anything can be. */
    private static final String LOOKED = "doctor";

    private final TenantConfig config;
    private final SyncStore store;
    private final MemberDirectory members;
    private final List<OpenedWorkflow> workflows;
    private final List<PaymentWorkflow> payments;
    private final Rights rights;
    private final List<Supplier<List<Finding>>> more;
    private final Function<ApiException, String> explain;

    /** @param more what is looked at last, when both services have been called */
    Doctor(
            TenantConfig config,
            SyncStore store,
            MemberDirectory members,
            List<OpenedWorkflow> workflows,
            List<PaymentWorkflow> payments,
            Rights rights,
            List<Supplier<List<Finding>>> more,
            Function<ApiException, String> explain) {
        this.config = config;
        this.store = store;
        this.members = members;
        this.workflows = List.copyOf(workflows);
        this.payments = List.copyOf(payments);
        this.rights = rights;
        this.more = List.copyOf(more);
        this.explain = explain;
    }

    /** What it finds, one finding for each thing looked at; a service that refuses is a finding, no exception. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("configuration", config.file() + " is complete"));
        findings.add(storeFinding());
        guarded(findings, "memberships", () -> lookAtMembers(findings));
        List<List<TicketTypeInfo>> seen = new ArrayList<>();
        for (OpenedWorkflow opened : workflows) {
            String event = opened.workflow().desk().event();
            guarded(findings, "event " + event, () -> seen.add(lookAtEvent(opened, findings)));
        }
        for (PaymentWorkflow workflow : payments) {
            String event = workflow.source().event();
            guarded(findings, "event " + event, () -> lookAtPayments(workflow, event, findings));
        }
        if (seen.size() == workflows.size()) {
            lookAtNotMembers(
                    seen.stream()
                            .flatMap(List::stream)
                            .map(TicketTypeInfo::name)
                            .toList(),
                    findings);
        }
        guarded(findings, "memberships", () -> findings.add(rights.finding()));
        more.forEach(look -> findings.addAll(look.get()));
        findings.add(Finding.good("live", fullLists()));
        return List.copyOf(findings);
    }

    /** A store that can be read and not written looks well until the first write. */
    private Finding storeFinding() {
        try {
            store.inTransaction(Scope.NONE, tx -> {
                tx.meta().put(LOOKED, "it takes writes");
                return true;
            });
        } catch (StoreException e) {
            if (e.getCause() != null) {
                return Finding.wrong("store", String.valueOf(e.getMessage()));
            }
            // While a plan of this process has an overlay open, the store waits: that is no fault of it.
        }
        return Finding.good("store", store.description() + " is ours and takes writes");
    }

    /** Whether payments may be written cannot be read; that they can be told is seen at the first one. */
    private static void lookAtPayments(PaymentWorkflow workflow, String event, List<Finding> findings) {
        Iterator<List<PaymentSighting>> pages = workflow.source().payments().iterator();
        int first = pages.hasNext() ? pages.next().size() : 0;
        if (workflow.access().isPresent()) {
            findings.add(
                    Finding.good("event " + event, "the key may read orders, whose access and money are compared"));
            return;
        }
        findings.add(Finding.good(
                "event " + event,
                "the key may read the payments of " + workflow.source().system() + ", " + first
                        + " on the first page; they are told in "
                        + workflow.currency() + ", and the right to write them shows at the first one"));
    }

    /** How late a change is found that neither a hook nor a feed tells. */
    private String fullLists() {
        long pages = 0;
        for (OpenedWorkflow opened : workflows) {
            Workflow workflow = opened.workflow();
            TicketDesk desk = workflow.desk();
            Scope scope = new Scope(members.account(), desk.event(), desk.occurrence(), workflow.id());
            pages += store.inTransaction(
                    scope, tx -> 2 + tx.members().count() / PAGE + tx.links().count(Link.State.LIVE) / PAGE);
        }
        long daily = Stream.of(config.memberships().rate(), config.accelevents().rate())
                .flatMapToInt(rate -> rate.daily().stream())
                .min()
                .orElse(DAILY_CALLS);
        Duration every =
                new LiveSettings(Duration.ofMinutes(1), Optional.empty(), daily, Duration.ofHours(1)).scanEvery(pages);
        return "full lists take about " + pages + " pages as far as members are known by now and are read every "
                + every.toMinutes() + " minutes, which is a twentieth of " + daily
                + " calls a day at most; a change that neither a hook nor a feed tells is found within that time";
    }

    private void guarded(List<Finding> findings, String subject, Runnable look) {
        try {
            look.run();
        } catch (ApiException e) {
            findings.add(Finding.refused(subject, explain.apply(e)));
        }
    }

    private void lookAtMembers(List<Finding> findings) {
        int first;
        try {
            Iterator<List<Member>> pages = members.pages().iterator();
            first = pages.hasNext() ? pages.next().size() : 0;
        } catch (UnknownCustomFieldException e) {
            findings.add(Finding.wrong("memberships", config.place("memberships.members") + ": " + e.getMessage()));
            return;
        }
        findings.add(
                first > 0
                        ? Finding.good("memberships", "the key may read; the first page has " + first + " members")
                        : Finding.warning(
                                "memberships",
                                "the list of members is empty; is " + config.place(whoseMembers())
                                        + " what you mean?"));
    }

    private String whoseMembers() {
        return config.memberships().members().isPresent() ? "memberships.members" : "memberships.baseUrl";
    }

    private List<TicketTypeInfo> lookAtEvent(OpenedWorkflow opened, List<Finding> findings) {
        TicketDesk desk = opened.workflow().desk();
        List<TicketTypeInfo> types = desk.ticketTypes();
        findings.add(Finding.good("event " + desk.event(), "it is there, with " + types.size() + " ticket types"));
        FormLabels form = desk.form();
        EventLook look = new EventLook(
                opened.workflow(),
                members,
                types,
                form,
                key -> config.place("workflows[" + opened.index() + "]." + key));
        Templates.of(opened.config()).examine(opened.config(), look);
        findings.addAll(look.findings());
        if (look.isGood()) {
            rights.need(opened.workflow().mapping().mapping(types, form));
        }
        return types;
    }

    /** A ticket type for people who are no members is of one event at least. */
    private void lookAtNotMembers(List<String> types, List<Finding> findings) {
        config.goLive().notMembers().stream()
                .filter(name -> types.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> findings.add(Finding.wrong(
                        "go-live",
                        config.place("goLive.notMembers") + ": no event has a ticket type \"" + name + "\"; "
                                + Nearest.hint(name, types))));
    }
}
