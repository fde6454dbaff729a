package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.memberships.contact.ContactDraft;
import dev.membersync.memberships.contact.ContactSearch;
import dev.membersync.memberships.contact.ContactsApi;
import dev.membersync.memberships.contact.Filter;
import dev.membersync.memberships.contact.Sort;
import dev.membersync.memberships.internal.Wire;
import dev.membersync.memberships.profile.MemberCapabilities;
import dev.membersync.memberships.user.UserUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Members that are contacts, by an explicit rule (memberships-api.md 7.2). */
final class ContactMembers implements MembersApi {

    private final Wire wire;
    private final ContactsApi contacts;
    private final MemberSettings settings;
    private final CustomFieldBook book;

    ContactMembers(Wire wire, ContactsApi contacts, MemberSettings settings, CustomFieldBook book) {
        this.wire = wire;
        this.contacts = contacts;
        this.settings = settings;
        this.book = book;
    }

    @Override
    public Paged<Member> list() {
        return search(names -> ContactSearch.where(rule(names))).select(ContactMembers::inside);
    }

    @Override
    public Call<Optional<Member>> find(String userId) {
        return before(view ->
                UserMembers.orNobody(contacts.contact(userId).map(contact -> Optional.of(view.member(contact)))));
    }

    @Override
    public Paged<Member> withEmail(String email) {
        return anybodyWithEmail(email).select(ContactMembers::inside);
    }

    /** The vendor keeps addresses in lower case (INFER), so one that is written otherwise is looked for in both spellings. */
    @Override
    public Paged<Member> anybodyWithEmail(String email) {
        String written = email.strip();
        String lower = written.toLowerCase(Locale.ROOT);
        Filter filter = lower.equals(written)
                ? Filter.eq("email", lower)
                : Filter.or(Filter.eq("email", lower), Filter.eq("email", written));
        return search(names -> ContactSearch.where(filter))
                .select(member -> Optional.of(member).filter(found -> found.hasEmail(email)));
    }

    @Override
    public Paged<Member> changedSince(Instant since) {
        return search(names ->
                ContactSearch.where(Filter.atLeast("dateUpdated", since)).by(Sort.asc("dateUpdated")));
    }

    @Override
    public Call<Member> update(UserUpdate update) {
        if (update.isEmpty()) {
            throw new IllegalArgumentException("the update changes nothing");
        }
        return before(view -> new ContactWrites(contacts, view).write(update).map(view::answer));
    }

    @Override
    public Call<Member> create(ContactDraft draft) {
        return before(view -> contacts.create(view.inside(draft)).map(view::answer));
    }

    @Override
    public Call<Void> check() {
        return before(view -> wire.call("contacts.search")
                .json(Map.of("locationId", wire.location(), "pageLimit", 1))
                .ignoringBody());
    }

    @Override
    public Optional<Call<?>> checkSettings() {
        return book.look();
    }

    @Override
    public List<String> operations() {
        return settings.customFields().isEmpty()
                ? List.of("contacts.search", "contacts.get")
                : List.of("contacts.search", "contacts.get", "customFields.list");
    }

    @Override
    public MemberCapabilities capabilities() {
        return new MemberCapabilities(
                true,
                settings.status().isPresent(),
                settings.plan().isPresent(),
                settings.registrationStatus().isPresent());
    }

    private <T> Call<T> before(Function<ContactView, Call<T>> call) {
        return book.before(names -> call.apply(new ContactView(settings, names)));
    }

    private Paged<Member> search(Function<CustomFieldBook.Names, ContactSearch> search) {
        return Paged.of(
                cursor -> before(view ->
                        contacts.page(search.apply(view.names()), cursor).map(view::page)),
                Member::userId);
    }

    /** Tags are stored in lower case (INFER), so one that is configured otherwise is looked for in both spellings. */
    private Filter rule(CustomFieldBook.Names names) {
        if (settings.only() instanceof MemberRule.Field field) {
            return Filter.eq(Filter.customField(names.id(field.field())), field.value());
        }
        String tag = ((MemberRule.Tag) settings.only()).name();
        String lower = tag.toLowerCase(Locale.ROOT);
        return lower.equals(tag) ? Filter.eq("tags", tag) : Filter.or(Filter.eq("tags", tag), Filter.eq("tags", lower));
    }

    private static Optional<Member> inside(Member member) {
        return Optional.of(member).filter(found -> !found.isOutside());
    }
}
