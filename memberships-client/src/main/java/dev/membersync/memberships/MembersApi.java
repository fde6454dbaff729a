package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.memberships.contact.ContactDraft;
import dev.membersync.memberships.profile.MemberCapabilities;
import dev.membersync.memberships.user.UserUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The members, whatever the profile keeps them in: the view that a synchronisation uses. On STANDARD members are the
 * users; on HighLevel they are the contacts that the rule of {@link MemberSettings} holds for. Thread-safe; calls fail as
 * {@link Call} says.
 *
 * <p>On HighLevel a call may send several requests, each with the whole deadline for itself: where the settings name
 * custom fields, the first call of a client reads which there are (and every call fails with an {@link
 * UnknownCustomFieldException} while one of them is missing), and tags are written in steps.
 */
public interface MembersApi {

    /**
     * All members, page by page. A row that cannot be read fails its page, so a scan that ends is complete as far as the
     * vendor tells; an id may come twice. On HighLevel the vendor's search answers, which lags seconds behind writes
     * (LIVE, memberships-api.md 2.2).
     */
    Paged<Member> list();

    /**
     * The member of this id, or empty when the vendor says that there is none. An answer that names no record, such as an
     * unknown path, an empty 404 or the page of a web server, is still a {@link
     * dev.membersync.client.error.NotFoundException}: a wrong base URL must not look like a club whose members are all
     * gone. For a server whose 404 is always empty, catch that of {@code users().user(userId)}. On HighLevel a contact outside the rule is found, with the status
     * {@link dev.membersync.memberships.user.MemberStatus#NOT_A_MEMBER}: leaving the rule is a change, not a deletion.
     */
    Call<Optional<Member>> find(String userId);

    /**
     * The members with this e-mail address, without regard to case. STANDARD has no such search (DOC), so the whole list
     * is read there; HighLevel's search is asked.
     */
    Paged<Member> withEmail(String email);

    /**
     * As {@link #withEmail}, and those among them who are no members too: their status is {@link
     * dev.membersync.memberships.user.MemberStatus#NOT_A_MEMBER}. On profiles without contacts everybody is a member.
     */
    default Paged<Member> anybodyWithEmail(String email) {
        return withEmail(email);
    }

    /**
     * The records that changed at this time or later, oldest change first, those of people who are not or no longer
     * members included: their status is {@link dev.membersync.memberships.user.MemberStatus#NOT_A_MEMBER}. The search
     * behind it lags, so begin some minutes before the last change seen.
     *
     * @throws UnsupportedOperationException when the profile cannot tell, see {@link #capabilities}
     */
    Paged<Member> changedSince(Instant since);

    /**
     * Changes a member by the profile's way of writing; safe to repeat. The result is what the answers show; a field that
     * they do not show is not {@linkplain Member#carries carried}.
     *
     * <p>On HighLevel custom fields cost one request in all. Tags cost up to three in all, or two beside custom fields: a
     * read, one that adds, one that removes; an update that is cut off between leaves too many tags, of which the new one
     * counts, and is mended by its repetition.
     *
     * @throws IllegalArgumentException      when the update changes nothing
     * @throws UnsupportedOperationException when the profile or the settings have no place for a changed field
     */
    Call<Member> update(UserUpdate update);

    /**
     * Makes a contact that the rule of {@link MemberSettings} holds for: the draft with the tag, in place of any other, or
     * the custom-field value that makes a member, in one request and sent once only. Else as {@link
     * dev.membersync.memberships.contact.ContactsApi#create}. The draft says nothing about consent unless the caller does.
     *
     * @throws UnsupportedOperationException where members are users: the documented contract has no such call (DOC)
     */
    default Call<Member> create(ContactDraft draft) {
        throw new UnsupportedOperationException("this profile has no call that makes a member");
    }

    /**
     * Asks for one row, to learn whether the credentials may read members at all; fails as {@link #list} would. Where the
     * settings name custom fields, they are looked up too, and one that is not there is an {@link
     * UnknownCustomFieldException}.
     */
    Call<Void> check();

    /** The part of {@link #check} that looks the custom fields up; empty where the settings name none. */
    Optional<Call<?>> checkSettings();

    /** The ids of the operations that reading members needs. */
    List<String> operations();

    /** What members can tell and hold on this profile, with these settings. */
    MemberCapabilities capabilities();
}
