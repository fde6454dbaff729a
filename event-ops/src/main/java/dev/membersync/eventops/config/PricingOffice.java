package dev.membersync.eventops.config;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.event.EventDetails;
import dev.membersync.eventops.adapter.AcceleventsPricing;
import dev.membersync.eventops.adapter.LivePricingInputs;
import dev.membersync.eventops.adapter.MembershipsPricing;
import dev.membersync.eventops.pricing.CodeKind;
import dev.membersync.eventops.pricing.Effect;
import dev.membersync.eventops.pricing.Experiment;
import dev.membersync.eventops.pricing.Memory;
import dev.membersync.eventops.pricing.Permissions;
import dev.membersync.eventops.pricing.PricingEngine;
import dev.membersync.eventops.pricing.PricingNotices;
import dev.membersync.eventops.pricing.PricingSetup;
import dev.membersync.eventops.pricing.RuleBook;
import dev.membersync.eventops.pricing.RuleForm;
import dev.membersync.eventops.pricing.Side;
import dev.membersync.eventops.store.JdbcPricingDocuments;
import dev.membersync.memberships.Member;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.record.TicketTypeInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Prices, places and codes of one event of a tenant: the rules of all its workflows as one book, and the engine that
 * carries them out. Opening it reads the event's page and its ticket types, and the members where a code follows them.
 */
public final class PricingOffice {
    private static final Duration MEMBERS_EVERY = Duration.ofMinutes(5);

    private final List<PricingConfig> workflows;
    private final Map<String, String> names;
    private final RuleBook book;
    private final PricingEngine engine;

    private PricingOffice(
            List<PricingConfig> workflows, Map<String, String> names, RuleBook book, PricingEngine engine) {
        this.workflows = List.copyOf(workflows);
        this.names = Map.copyOf(names);
        this.book = book;
        this.engine = engine;
    }

    /** The pricing workflows of a tenant by the event that they are of, in the order of the file. */
    public static Collection<List<PricingConfig>> events(Collection<PricingConfig> workflows) {
        return workflows.stream()
                .collect(Collectors.groupingBy(PricingOffice::name, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /**
     * The office of an event.
     *
     * @param workflows all pricing workflows of the event, at least one
     * @param random draws the words of codes: a {@link java.security.SecureRandom} outside of tests
     * @throws IllegalArgumentException when what the workflows say does not go together, or not with the event
     */
    public static PricingOffice open(
            Tenant tenant,
            List<PricingConfig> workflows,
            PricingNotices notices,
            InstantSource clock,
            RandomGenerator random) {
        EventScope event = tenant.event(workflows.get(0));
        EventDetails details = event.details().page().execute();
        ZoneId zone = zone(details);
        String currency = currency(tenant, workflows, details);
        Set<MemberStatus> current = current(workflows);
        JdbcPricingDocuments documents = JdbcPricingDocuments.open(tenant.store());
        Memory memory = Memory.of(documents, name(workflows.get(0)));
        Collection<TicketTypeInfo> types = AcceleventsDesk.of(event).ticketTypes();
        Map<PricingConfig, RuleBook> books = books(tenant, workflows, currency, types, memory);
        RuleBook book = books.values().stream().reduce(RuleBook::and).orElseThrow();
        LivePricingInputs inputs = LivePricingInputs.of(event, zone, currency)
                .withMembers(tenant.memberships().members(), current, MEMBERS_EVERY);
        boolean noWaitlist = workflows.stream().anyMatch(PricingConfig::noWaitlist);
        PricingSetup setup = new PricingSetup(
                name(workflows.get(0)),
                zone,
                book,
                permissions(books),
                noWaitlist ? inputs.withoutWaitlist() : inputs,
                Map.of(
                        Side.ACCELEVENTS, AcceleventsPricing.of(event, zone, currency),
                        Side.MEMBERSHIPS, MembershipsPricing.of(tenant.memberships(), current)),
                documents,
                notices,
                clock,
                random);
        Map<String, String> names =
                types.stream().collect(Collectors.toMap(TicketTypeInfo::id, TicketTypeInfo::name, (one, other) -> one));
        return new PricingOffice(workflows, names, book, PricingEngine.of(setup));
    }

    /** The event as its rules are kept: its url, and the occurrence of a recurring one. */
    static String name(PricingConfig config) {
        return TicketOffice.name(config);
    }

    /** The event. */
    public String event() {
        return name(workflows.get(0));
    }

    /** The workflows whose rules it has. */
    public List<PricingConfig> workflows() {
        return workflows;
    }

    /** The names of the event's ticket types, by the ids that plans name them by. */
    public Map<String, String> classNames() {
        return names;
    }

    /** The rules at work. */
    public PricingEngine engine() {
        return engine;
    }

    /** The words of the codes that are out, by their keys. */
    public Map<String, String> codes() {
        Map<String, String> codes = new TreeMap<>();
        book.rules().stream()
                .flatMap(rule -> rule.effects().stream())
                .filter(Effect.IssueCode.class::isInstance)
                .map(effect -> ((Effect.IssueCode) effect).key())
                .forEach(key -> engine.memory().codeWord(key).ifPresent(word -> codes.put(key, word)));
        return codes;
    }

    /** Members with one of these statuses; all pages are read. */
    public static List<Member> current(Tenant tenant, Set<MemberStatus> statuses) {
        return tenant.memberships().members().list().stream()
                .filter(member -> member.status().filter(statuses::contains).isPresent())
                .toList();
    }

    private static ZoneId zone(EventDetails details) {
        try {
            return ZoneId.of(details.zone());
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("the event says no time zone that is known (\"" + details.zone()
                    + "\"), and the times of rules are meant there; set it in the event's settings");
        }
    }

    private static String currency(Tenant tenant, List<PricingConfig> workflows, EventDetails details) {
        String event = details.currency().toUpperCase(Locale.ROOT);
        Set<String> said = workflows.stream()
                .flatMap(workflow -> workflow.currency().stream())
                .collect(Collectors.toSet());
        if (!event.isEmpty()) {
            said.add(event);
        }
        if (said.size() > 1) {
            throw new IllegalArgumentException(
                    "an event has one currency, and file and event say " + said + "; leave the key currency out");
        }
        return said.isEmpty()
                ? tenant.config().memberships().currency()
                : said.iterator().next();
    }

    /** Codes and tags of one event are for the same members. A contact list has its own. */
    private static Set<MemberStatus> current(List<PricingConfig> workflows) {
        List<Set<MemberStatus>> said = workflows.stream()
                .filter(workflow -> workflow.allowList().isEmpty())
                .map(PricingConfig::statuses)
                .distinct()
                .toList();
        if (said.size() > 1) {
            throw new IllegalArgumentException(
                    "the pricing workflows of one event count the same members; write the same statuses in all of them");
        }
        return said.isEmpty() ? workflows.get(0).statuses() : said.get(0);
    }

    private static Map<PricingConfig, RuleBook> books(
            Tenant tenant,
            List<PricingConfig> workflows,
            String currency,
            Collection<TicketTypeInfo> types,
            Memory memory) {
        Map<PricingConfig, RuleBook> books = new LinkedHashMap<>();
        for (PricingConfig workflow : workflows) {
            Map<String, Object> form = new LinkedHashMap<>(workflow.rules());
            if (!workflow.rotating().isEmpty()) {
                List<Member> members = current(tenant, workflow.statuses());
                List<Object> rules = new ArrayList<>((List<?>) form.getOrDefault("rules", List.of()));
                rules.addAll(new RosterRotation(tenant, workflow, members, memory).rules());
                form.put("rules", rules);
            }
            Map<String, Object> resolved = ClassNames.resolved(form, types);
            resolved.put("currency", currency);
            books.put(workflow, RuleForm.book(resolved));
        }
        return books;
    }

    /** A call that no page shows is made without a person where every workflow whose rules make it names it. */
    private static Permissions permissions(Map<PricingConfig, RuleBook> books) {
        Set<Experiment> auto = EnumSet.allOf(Experiment.class);
        auto.removeIf(call -> books.entrySet().stream()
                .anyMatch(one -> makes(one.getValue(), call)
                        && !one.getKey().experimental().contains(call)));
        boolean any = books.keySet().stream()
                .anyMatch(workflow -> !workflow.experimental().isEmpty());
        return new Permissions(any, any ? auto : Set.of());
    }

    private static boolean makes(RuleBook book, Experiment call) {
        return book.rules().stream().flatMap(rule -> rule.effects().stream()).anyMatch(effect -> switch (call) {
            case PRICES -> effect instanceof Effect.OnPrice;
            case PLACES -> effect instanceof Effect.OnQuota;
            case SALE -> effect instanceof Effect.OnSale;
            case ACCESS_CODES ->
                effect instanceof Effect.IssueCode issue && issue.spec().kind() == CodeKind.ACCESS;
        });
    }
}
