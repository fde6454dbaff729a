package dev.membersync.eventops.adapter;

import dev.membersync.eventops.pricing.ObjectKind;
import dev.membersync.eventops.pricing.ObjectRef;
import dev.membersync.eventops.pricing.PricingSide;
import dev.membersync.eventops.pricing.SideException;
import dev.membersync.eventops.pricing.Terms;
import dev.membersync.memberships.Member;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.payment.Coupon;
import dev.membersync.memberships.payment.CouponDraft;
import dev.membersync.memberships.payment.CouponQuery;
import dev.membersync.memberships.user.MemberStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Memberships side of pricing: coupons and tags of contacts, both on HighLevel alone; on another profile they are
 * refused. Thread-safe.
 */
public final class MembershipsPricing implements PricingSide {
    private static final Set<String> NOT_SHOWN = Set.of("uses", "products");

    private final MembershipsClient client;
    private final Set<MemberStatus> current;
    private final Map<ObjectRef, Set<String>> confirmed = new ConcurrentHashMap<>();

    private MembershipsPricing(MembershipsClient client, Set<MemberStatus> current) {
        this.client = client;
        this.current = Set.copyOf(current);
    }

    /** An account whose members with these statuses are current. */
    public static MembershipsPricing of(MembershipsClient client, Set<MemberStatus> current) {
        return new MembershipsPricing(client, current);
    }

    /** The vendor shows neither the limit of uses of a coupon nor its products (SPEC). */
    @Override
    public boolean shows(ObjectKind kind, String term) {
        return PricingSide.super.shows(kind, term) && !(kind == ObjectKind.COUPON && NOT_SHOWN.contains(term));
    }

    @Override
    public Optional<Terms> read(ObjectRef object) {
        return PricingFailures.told(() -> switch (object.kind()) {
            case COUPON -> coupons(object.id()).stream().findFirst().map(MembershipsPricing::terms);
            case TAG -> Optional.of(Terms.of("left", left(object).size()));
            default -> throw foreign(object);
        });
    }

    @Override
    public void write(ObjectRef object, Optional<Terms> before, Terms after) {
        PricingFailures.told(() -> switch (object.kind()) {
            case COUPON -> coupon(object.id(), before.isEmpty(), draft(after));
            case TAG -> tag(object, after.whole("most"));
            default -> throw foreign(object);
        });
    }

    @Override
    public void remove(ObjectRef object) {
        if (object.kind() != ObjectKind.COUPON) {
            throw foreign(object);
        }
        PricingFailures.told(() -> {
            List<Coupon> all = coupons(object.id());
            all.forEach(coupon -> client.coupons().delete(coupon.id()).execute());
            return all.size();
        });
    }

    private List<Coupon> coupons(String name) {
        return client.coupons().list(CouponQuery.all().search(name)).stream()
                .filter(coupon -> coupon.name().equals(Optional.of(name)))
                .toList();
    }

    private static Terms terms(Coupon coupon) {
        Terms terms = Terms.of("name", coupon.name().orElse(""))
                .with("code", coupon.code().orElse(""))
                .with("type", coupon.discountType().orElse(""))
                .with("amount", coupon.discountValue().map(DiscountTerms::plain).orElse(""))
                // A number here although a flag was sent (SPEC).
                .with(
                        "once",
                        !List.of("0", "0.0", "false", "null")
                                .contains(String.valueOf(coupon.extra().get("limitPerCustomer"))));
        Terms begun = coupon.startDate().map(at -> terms.with("starts", at)).orElse(terms);
        return coupon.endDate().map(at -> begun.with("ends", at)).orElse(begun);
    }

    private Object coupon(String name, boolean fresh, CouponDraft draft) {
        if (fresh) {
            return client.coupons().create(draft).execute();
        }
        Coupon known = coupons(name).stream()
                .findFirst()
                .orElseThrow(() -> SideException.refused("the coupon " + name + " is not there any more", null));
        return client.coupons().update(known.id(), draft).execute();
    }

    private static CouponDraft draft(Terms terms) {
        String name = terms.text("name").orElseThrow();
        String code = terms.text("code").orElseThrow();
        BigDecimal value = new BigDecimal(terms.text("amount").orElseThrow());
        Instant starts = Instant.parse(terms.text("starts").orElseThrow());
        CouponDraft draft = terms.text("type").orElse("").equals("percentage")
                ? CouponDraft.percentage(name, code, value, starts)
                : CouponDraft.amount(name, code, value, starts);
        draft = draft.until(Instant.parse(terms.text("ends").orElseThrow()))
                .oncePerCustomer(terms.text("once").orElse("").equals("true"));
        draft = terms.whole("uses") > 0 ? draft.usageLimit(terms.whole("uses")) : draft;
        List<String> products = Arrays.stream(terms.text("products").orElse("").split(","))
                .filter(id -> !id.isEmpty())
                .toList();
        return products.isEmpty() ? draft : draft.products(products);
    }

    /** One call for each contact, whose answer shows the tags: the list behind the members lags seconds behind writes (LIVE). */
    private Object tag(ObjectRef object, long most) {
        String[] parts = object.id().split("\\|", -1);
        List<String> left = left(object);
        if (left.size() > most) {
            throw SideException.refused(
                    left.size() + " members would be tagged and the rule allows " + most
                            + "; nobody was, look at its plans or raise most",
                    null);
        }
        for (String id : left) {
            var tags = client.contacts().tags(id);
            List<String> shown = parts[2].equals("add")
                    ? tags.add(List.of(parts[0])).execute()
                    : tags.remove(List.of(parts[0])).execute();
            if (has(shown, parts[0]) == parts[2].equals("add")) {
                confirmed
                        .computeIfAbsent(object, none -> ConcurrentHashMap.newKeySet())
                        .add(id);
            }
        }
        return left;
    }

    /** Current members on the plans whose tags are not as they shall be, as far as the list and our own answers show. */
    private List<String> left(ObjectRef object) {
        String[] parts = object.id().split("\\|", -1);
        Set<String> plans = Set.of(parts[1].split(","));
        Set<String> done = confirmed.getOrDefault(object, Set.of());
        return client.members().list().stream()
                .filter(member -> member.planId().filter(plans::contains).isPresent())
                .filter(member -> member.status().filter(current::contains).isPresent())
                .filter(member -> has(tags(member), parts[0]) != parts[2].equals("add"))
                .map(Member::userId)
                .filter(id -> !done.contains(id))
                .distinct()
                .toList();
    }

    private static Collection<?> tags(Member member) {
        if (member.extra().get("tags") instanceof Collection<?> tags) {
            return tags;
        }
        throw SideException.refused("members of this profile have no tags; a tag needs HighLevel contacts", null);
    }

    private static boolean has(Collection<?> tags, String tag) {
        return tags.stream().anyMatch(text -> String.valueOf(text).equalsIgnoreCase(tag));
    }

    private static SideException foreign(ObjectRef object) {
        return SideException.refused(object + " is not on the Memberships side", null);
    }
}
