package dev.membersync.memberships.internal;

import dev.membersync.client.Operation;
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

/**
 * The vendor's ways of saying no (memberships-api.md 4, rulings E1 to E9). The HTTP status decides, never the status
 * that the body claims; the text only tells the kinds of one status apart.
 */
public final class Refusals implements ReplyReader {

    /** The one reader: what differs between profiles is in the operation. */
    public static final Refusals READER = new Refusals();

    private static final List<String> FLAGS = List.of("success", "succeeded", "succeded");
    private static final String CONTACTS = "/contacts/";

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
        if (FLAGS.stream().noneMatch(flag -> Boolean.FALSE.equals(root.get(flag)))) {
            return Optional.empty();
        }
        ErrorBody body = ErrorBody.of(reply);
        return Optional.of(told(Fault.of(Fault.Kind.REJECTED, body.message()), body));
    }

    private static Fault refused(Operation operation, Reply reply, ErrorBody body) {
        Fault fault = switch (reply.status()) {
            case 400 -> badRequest(operation, reply, body);
            case 401 -> unauthorised(operation, reply, body);
            case 403 ->
                ReplyReader.statusFault(reply, body.message())
                        .remedy(
                                "the key may not do this: check the account it belongs to and the plan of that account");
            case 404 ->
                ReplyReader.statusFault(reply, body.message())
                        .remedy(
                                isRoute(body.message())
                                        ? "there is no such path: check the base URL and the routes of the profile"
                                        : "check the id; the record may have been deleted");
            case 408, 425 -> Fault.of(Fault.Kind.SERVER, body.message());
            case 429 ->
                ReplyReader.statusFault(reply, body.message())
                        .quota(RateHeaders.dayIsSpent(reply) ? Quota.DAILY : Quota.BURST);
            default -> ReplyReader.statusFault(reply, body.message());
        };
        return told(fault, body);
    }

    private static Fault badRequest(Operation operation, Reply reply, ErrorBody body) {
        boolean missing = operation.path().startsWith(CONTACTS)
                && body.message().toLowerCase(Locale.ROOT).contains("not found");
        return missing
                ? Fault.of(Fault.Kind.NOT_FOUND, body.message())
                : ReplyReader.statusFault(reply, body.message());
    }

    private static Fault unauthorised(Operation operation, Reply reply, ErrorBody body) {
        Refusal refusal = Refusal.of(body.message());
        Fault fault = refusal == Refusal.TIMEOUT
                ? Fault.of(Fault.Kind.SERVER, body.message())
                : ReplyReader.statusFault(reply, body.message()).tokenRejected(refusal == Refusal.TOKEN);
        return fault.remedy(refusal.remedy(operation));
    }

    private static Fault told(Fault fault, ErrorBody body) {
        Fault told = fault.fieldMessages(body.details()).details(body.ids());
        told = body.code().map(told::code).orElse(told);
        told = body.traceId().map(told::traceId).orElse(told);
        return told.remedy().isPresent()
                ? told
                : body.resolution().map(told::remedy).orElse(told);
    }

    /** Whether a 404 is about a path the server does not have, rather than about a record. */
    public static boolean isRoute(String message) {
        return message.startsWith("Cannot ");
    }
}
