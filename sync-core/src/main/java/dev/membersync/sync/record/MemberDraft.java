package dev.membersync.sync.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a workflow wants a member to say; what it does not name stays as it is, and an empty text clears. Fields have the
 * names of {@link Member}'s components, or the wire's name of any other field. Filled by field mappers; not thread-safe.
 */
public final class MemberDraft {
    /** The name of {@link Member#fullName}. */
    public static final String FULL_NAME = "fullName";

    /** The name of {@link Member#email}. */
    public static final String EMAIL = "email";

    /** The name of {@link Member#status}. */
    public static final String STATUS = "status";

    /** The name of {@link Member#planId}. */
    public static final String PLAN_ID = "planId";

    /** The name of what an update leaves behind about the member's registration. */
    public static final String REGISTRATION_STATUS = "registrationStatus";

    /** The name of a member's tags. */
    public static final String TAGS = "tags";

    /** The name of the workflows of the Memberships side that a member is in; nothing shows them. */
    public static final String ENROLMENT = "enrolment";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> addedTags = new LinkedHashSet<>();
    private final Set<String> removedTags = new LinkedHashSet<>();
    private String firstName = "";
    private String lastName = "";
    private String workflowId = "";

    private MemberDraft() {}

    /** A draft that changes nothing. */
    public static MemberDraft empty() {
        return new MemberDraft();
    }

    /** Sets the whole name by its parts; the last one may be empty. */
    public MemberDraft name(String first, String last) {
        firstName = first;
        lastName = last;
        return field(FULL_NAME, (first + " " + last).strip());
    }

    /** Sets the address. */
    public MemberDraft email(String address) {
        return field(EMAIL, address);
    }

    /** Sets the membership status. */
    public MemberDraft status(String status) {
        return field(STATUS, status);
    }

    /** Sets the plan. */
    public MemberDraft planId(String plan) {
        return field(PLAN_ID, plan);
    }

    /** Sets the registration status. */
    public MemberDraft registrationStatus(String status) {
        return field(REGISTRATION_STATUS, status);
    }

    /** Adds a tag; the other tags stay. */
    public MemberDraft tag(String tag) {
        addedTags.add(tag);
        removedTags.remove(tag);
        return this;
    }

    /** Takes a tag away, where it is there and was not added; the other tags stay. */
    public MemberDraft untag(String tag) {
        if (!addedTags.contains(tag)) {
            removedTags.add(tag);
        }
        return this;
    }

    /** Puts the member into this workflow of the Memberships side: no part of an update, but a call of its own. */
    public MemberDraft enrol(String workflow) {
        workflowId = workflow;
        return this;
    }

    /** The workflow that the member is to be put into. */
    public Optional<String> enrolment() {
        return Optional.of(workflowId).filter(id -> !id.isEmpty());
    }

    /** Sets a field by its name. */
    public MemberDraft field(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** What is set under this name. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The tags to add. */
    public Set<String> addedTags() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(addedTags));
    }

    /** The tags to take away; none of them is among {@link #addedTags}. */
    public Set<String> removedTags() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(removedTags));
    }

    /** True when tags change. */
    public boolean changesTags() {
        return !addedTags.isEmpty() || !removedTags.isEmpty();
    }

    /** The first part of a name that is set; empty before. */
    public String firstName() {
        return firstName;
    }

    /** The last part of a name that is set; empty before, and where the name has one part. */
    public String lastName() {
        return lastName;
    }

    /** All that is set, by name, in the order in which it was given. */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Shows the names of the fields only. */
    @Override
    public String toString() {
        return "MemberDraft" + values.keySet() + (changesTags() ? " and tags" : "");
    }
}
