package dev.membersync.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members as HIGHLEVEL keeps them: contacts with the tag {@code member} and three custom fields. */
final class ContactMembers implements MemberShelf {
    static final String TAG = "member";
    static final String STATUS = "membership_status";
    static final String PLAN = "membership_plan";
    static final String REGISTRATION = "registration_status";
    static final List<String> FIELDS = List.of(STATUS, PLAN, REGISTRATION);

    private final HighLevelState state;

    ContactMembers(HighLevelState state) {
        this.state = state;
    }

    @Override
    public List<FakeMember> all() {
        return contacts().all().stream().flatMap(c -> member(c).stream()).toList();
    }

    @Override
    public List<FakeMember> listed() {
        List<FakeMember> rows = new ArrayList<>();
        all().forEach(member -> rows.addAll(Collections.nCopies(contacts().rows(member.userId()), member)));
        return List.copyOf(rows);
    }

    @Override
    public Optional<FakeMember> find(String userId) {
        return contacts().find(userId).flatMap(this::member);
    }

    @Override
    public void put(FakeMember member) {
        Optional<FakeRecord> known = contacts().find(member.userId());
        FakeRecord before =
                known.orElseGet(() -> new FakeRecord(member.userId(), RecordDefaults.of(RecordKind.CONTACT, state)));
        String name = member.fullName() == null ? "" : member.fullName();
        int split = name.indexOf(' ');
        List<String> tags = new ArrayList<>(before.texts("tags"));
        if (!tags.contains(TAG)) {
            tags.add(TAG);
        }
        FakeRecord after = before.with("email", member.email())
                .with("firstName", member.fullName() == null ? null : split < 0 ? name : name.substring(0, split))
                .with("lastName", split < 0 ? null : name.substring(split + 1))
                .with("tags", tags);
        after = withField(after, id(STATUS), member.status());
        after = withField(after, id(PLAN), member.planId());
        after = withField(after, id(REGISTRATION), member.registrationStatus());
        if (known.isPresent()) {
            state.update(RecordKind.CONTACT, after);
        } else {
            contacts().put(after, state.now());
        }
    }

    @Override
    public void remove(String userId) {
        state.remove(RecordKind.CONTACT, userId);
    }

    @Override
    public void repeat(String userId, int place) {
        contacts().repeat(userId);
    }

    /** The contact with another value of a custom field, or none. */
    static FakeRecord withField(FakeRecord contact, String fieldId, @Nullable Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(contact.customFields());
        if (value == null) {
            fields.remove(fieldId);
        } else {
            fields.put(fieldId, value);
        }
        return contact.with("customFields", fields);
    }

    private Optional<FakeMember> member(FakeRecord contact) {
        if (!contact.texts("tags").contains(TAG)) {
            return Optional.empty();
        }
        boolean named = contact.text("firstName").isPresent()
                || contact.text("lastName").isPresent();
        return Optional.of(new FakeMember(
                contact.id(),
                contact.text("email").orElse(null),
                named ? ContactView.name(contact) : null,
                field(contact, STATUS),
                field(contact, PLAN),
                field(contact, REGISTRATION)));
    }

    private @Nullable String field(FakeRecord contact, String key) {
        Object value = contact.customFields().get(id(key));
        return value == null ? null : String.valueOf(value);
    }

    private String id(String key) {
        return state.customField(key).map(FakeRecord::id).orElse(key);
    }

    private Shelf contacts() {
        return state.shelf(RecordKind.CONTACT);
    }
}
