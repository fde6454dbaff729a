package dev.membersync.memberships.internal;

import dev.membersync.client.Operation;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.ThrottledException.Quota;
import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.Fault;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.ReplyReader;
import dev.membersync.client.policy.Safety;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The vendor's ways of saying no (memberships-api.md 4, rulings E1 to E9). The HTTP status decides, never the status
 * that the body claims; the text only tells the kinds of one status apart.
 */
public final class Refusals implements ReplyReader {

    /** The one reader: what differs between profiles is in the operation. */
    public static final Refusals READER = new Refusals();

    private static final List<String> FLAGS = List.of("success", "succeeded", "succeded");
    private static final String CONTACTS = "/contacts/";
    private static final Set<String> GRANTS =
            Set.of("/oauth/token", "/oauth/locationToken", "/oauth/location-token", "/oauth/reconnect");
    private static final Pattern CLIENT =
            Pattern.compile("(?i)client[ _-]?(credential|secret|id\\b)|invalid[ _]client");
    private static final Pattern ROUTE = Pattern.compile("\\bCannot [A-Z]+ /");
    /** What a server says that does not know the path, or is another one altogether. */
    private static final Pattern NOWHERE =
            Pattern.compile("(?i)|(error |http status )?404\\b.*|not found\\.?|page not found.*");

    private Refusals() {}

    @Override
    public Optional<Fault> fault(Operation operation, Reply reply) {
        if (!reply.ok()) {
            return Optional.of(refused(operation, reply, ErrorBody.of(reply)));
        }
        return operation.safety() == Safety.READ ? Optional.empty() : denied(reply);
    }

    /** A write that answers 2xx and says no: the flag has three spellings, and without any it is a success. */
    private static Optional<Fault> denied(Reply reply) {
        Map<String, Object> root = Json.tryObject(reply.body()).map(Fields::all).orElse(Map.of());
        // A bulk answer tells record by record what failed; as a failure it would not tell what worked.
        if (root.containsKey("errorCount") || FLAGS.stream().noneMatch(flag -> Boolean.FALSE.equals(root.get(flag)))) {
            return Optional.empty();
        }
        ErrorBody body = ErrorBody.of(reply);
        return Optional.of(told(Fault.of(Fault.Kind.REJECTED, body.message()), body));
    }

    private static Fault refused(Operation operation, Reply reply, ErrorBody body) {
        Fault status = ReplyReader.statusFault(reply, body.message());
        Fault fault = switch (reply.status()) {
            case 400 -> badRequest(operation, status);
            case 401 -> unauthorised(operation, status);
            case 403 -> status.remedy(Denial.of(status.message()).remedy());
            case 404 -> status.remedy(missing(status.message()));
            case 408, 425 -> Fault.of(Fault.Kind.SERVER, status.message());
            case 429 -> throttled(status, RateHeaders.dayIsSpent(reply));
            default -> status;
        };
        return told(fault, body);
    }

    private static Fault badRequest(Operation operation, Fault status) {
        if (GRANTS.contains(operation.path())) {
            return reconnect(status);
        }
        boolean missing = operation.path().startsWith(CONTACTS)
                && status.message().toLowerCase(Locale.ROOT).contains("not found");
        return missing ? Fault.of(Fault.Kind.NOT_FOUND, status.message()) : status;
    }

    private static Fault unauthorised(Operation operation, Fault status) {
        Refusal refusal = Refusal.of(status.message());
        if (refusal == Refusal.TIMEOUT) {
            return Fault.of(Fault.Kind.SERVER, status.message()).remedy(refusal.remedy(operation));
        }
        // Where the company's token is what was refused, a renewed one helps.
        if (GRANTS.contains(operation.path()) && operation.scope().isEmpty()) {
            return reconnect(status);
        }
        return status.tokenRejected(refusal == Refusal.TOKEN)
                .reason(refusal.reason())
                .remedy(refusal.remedy(operation));
    }

    /** A grant that is refused once is refused for good: nothing but a person's consent helps (ruling E6). */
    private static Fault reconnect(Fault status) {
        if (CLIENT.matcher(status.message()).find()) {
            return Fault.of(Fault.Kind.AUTH, status.message())
                    .reason(Reason.CLIENT_REFUSED)
                    .remedy(
                            "correct the app's client id or secret and keep the stored tokens, they may be good; only if"
                                    + " both are right, reconnect");
        }
        return Fault.of(Fault.Kind.AUTH, status.message())
                .reason(Reason.RECONNECT_NEEDED)
                .remedy("the grant is spent, revoked or of another app: reconnect, that is, let a person authorise the"
                        + " app again");
    }

    private static String missing(String message) {
        if (isRoute(message)) {
            return "there is no such path: check the base URL and the routes of the profile";
        }
        return message.isEmpty()
                ? "check the base URL and the path first, then the id: this vendor answers unknown paths so, without a"
                        + " word"
                : "check the id; the record may have been deleted";
    }

    private static Fault throttled(Fault status, boolean dayIsSpent) {
        return dayIsSpent
                ? status.quota(Quota.DAILY).remedy("the quota of the day is spent: go on after its reset")
                : status.quota(Quota.BURST);
    }

    private static Fault told(Fault fault, ErrorBody body) {
        Fault told = fault.fieldMessages(body.details()).details(body.ids());
        told = body.code().map(told::code).orElse(told);
        told = body.traceId().map(told::traceId).orElse(told);
        return told.remedy().isPresent()
                ? told
                : body.resolution().map(told::remedy).orElse(told);
    }

    /**
     * Whether the text of a not-found says that it is a record that is missing. An empty text, or one that every web
     * server has for unknown paths, does not: taken for a missing record, a wrong base URL would look like a club whose
     * members are all gone.
     */
    public static boolean isAboutARecord(String message) {
        return !isRoute(message) && !NOWHERE.matcher(message).matches();
    }

    private static boolean isRoute(String message) {
        return ROUTE.matcher(message).find();
    }
}
