package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People with a password, their links and their session tokens. Guarded by the switchboard. */
final class Accounts {
    /** A person who may log in. */
    record Account(long id, String email, String password, FakeOrganisation.Role role) {}

    private record Link(Account owner, Instant until) {}

    private record Session(Account owner, Instant until) {}

    private record Failures(int count, Instant last) {}

    private static final int TRIES = 5;
    private static final Duration LOCK = Duration.ofMinutes(30);
    private static final Set<String> OPEN = Set.of(
            "organizers.events",
            "events.ofWhiteLabel",
            "publicOrders.create",
            "publicOrders.form",
            "publicOrders.pay",
            "discounts.apply",
            "logins.password",
            "logins.token",
            "logins.userKey",
            "logins.portal",
            "logins.signUp");

    private final Ids ids;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Failures> failures = new LinkedHashMap<>();
    private long userIds = 700_001;

    Accounts(Ids ids) {
        this.ids = ids;
    }

    Account add(String email, String password, FakeOrganisation.Role role) {
        Account account = new Account(userIds++, email, password, role);
        accounts.put(email.toLowerCase(Locale.ROOT), account);
        return account;
    }

    Optional<Account> find(String email) {
        return Optional.ofNullable(accounts.get(email.toLowerCase(Locale.ROOT)));
    }

    /** A key that logs its owner in once. */
    String link(Account owner, Instant until) {
        String key = ids.hex(24);
        links.put(key, new Link(owner, until));
        return key;
    }

    /** Ends every session. */
    void endSessions() {
        sessions.clear();
    }

    /** The right password opens a session. After five wrong ones in a row (MODEL) the account is locked for 30 minutes (DOC), from the right one too. */
    Map<String, Object> login(String email, String password, boolean remember, Instant now) {
        requireBoth(email, password);
        Account account = find(email).orElseThrow(() -> VendorError.of("4040100", "User not found"));
        String who = email.toLowerCase(Locale.ROOT);
        Failures before = failures.getOrDefault(who, new Failures(0, now));
        boolean over = !now.isBefore(before.last().plus(LOCK));
        if (before.count() >= TRIES && !over) {
            throw VendorError.of("4010102", "Your account is locked for 30 minutes");
        }
        if (!account.password().equals(password)) {
            failures.put(who, new Failures(over ? 1 : before.count() + 1, now));
            throw VendorError.of("4010101", "Not authorized");
        }
        failures.remove(who);
        return open(account, now.plus(Duration.ofDays(remember ? 30 : 1)));
    }

    static void requireBoth(String email, String password) {
        if (email.isBlank()) {
            throw VendorError.of("4090105", "Email must not be empty");
        }
        if (password.isBlank()) {
            throw VendorError.of("4090104", "Password must not be empty");
        }
    }

    /** The reply to a login. Its names are DOC, how it writes a time is MODEL. */
    Map<String, Object> open(Account account, Instant until) {
        String token = ids.uuid();
        sessions.put(token, new Session(account, until));
        return Json.map(
                "access_token",
                token,
                "expires_in",
                until.toString(),
                "redirectUrl",
                "",
                "showExhibitorMenu",
                false,
                "userId",
                account.id(),
                "userRole",
                account.role().name(),
                "whiteLabelURL",
                null);
    }

    /** Uses up a link; empty when it is unknown, used or too old. */
    Optional<Map<String, Object>> follow(String key, Instant now) {
        return Optional.ofNullable(links.get(key))
                .filter(link -> now.isBefore(link.until()))
                .map(link -> {
                    links.put(key, new Link(link.owner(), Instant.MIN));
                    return open(link.owner(), now.plus(Duration.ofDays(1)));
                });
    }

    boolean knowsLink(String key) {
        return links.containsKey(key);
    }

    /** Whose session token a request carries, raw in {@code Authorization} (OLD, LIVE). */
    Optional<Account> caller(FakeRequest request, Instant now) {
        return request.header("authorization")
                .map(sessions::get)
                .filter(session -> now.isBefore(session.until()))
                .map(Session::owner);
    }

    /**
     * Whether a request needs no key: the operation is open to all, or a session token carries it. Refuses callers of a session whose role does not reach, and callers
     * without a session where an API key is not enough.
     */
    boolean admits(Operation operation, FakeRequest request, Instant now) {
        Optional<Account> caller = caller(request, now);
        if (OPEN.contains(operation.id())) {
            return true;
        }
        if (caller.isEmpty() && operation.template().startsWith("/rest/u/myticket/")) {
            throw VendorError.of("4010101", "Not authorized");
        }
        caller.ifPresent(account -> requireRole(account.role(), operation.template()));
        return caller.isPresent();
    }

    private static void requireRole(FakeOrganisation.Role role, String template) {
        boolean host = template.startsWith("/rest/host/") || template.equals("/rest/u/create/newevent");
        if (template.contains("/staff/") && role == FakeOrganisation.Role.BUYER) {
            throw VendorError.of("4030101", "You are not staff of this event");
        }
        if (host && role != FakeOrganisation.Role.ADMIN) {
            throw VendorError.of("4030201", "You are not host of this event");
        }
    }
}
