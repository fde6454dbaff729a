package dev.membersync.accelevents.internal;

import dev.membersync.client.Operation;
import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.Fault;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.ReplyReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Understands refusals: the vendor code first, whose first three digits are a status (INFER), the HTTP status second. HTTP 406 is this vendor's word for a business rule.
 */
public final class VendorReplies implements ReplyReader {
    /** A longer body of a success is a record or a list; looking for a refusal in it would read every page twice. */
    private static final int LONGEST_ACKNOWLEDGEMENT = 4096;

    private static final int LONGEST_TEXT = 300;

    /** Codes that begin like "not found" and mean that the order asks for what cannot be had. */
    private static final Set<String> NOT_ABOUT_EXISTENCE = Set.of("4040503", "4040504", "4040506", "4040507");

    private static final String KEY = "check that the API key belongs to this organisation and is whole, that the plan"
            + " includes the API (Enterprise or White Label), and that the key sits in the header the service wants";
    private static final String ROLE = "give the owner of the key the host or staff role of this event";
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("4030101", ROLE),
            Map.entry("4030201", ROLE),
            Map.entry("4040200", "check the event's address, the part after /events/ of its page"),
            Map.entry("4040501", "check the order id and that it belongs to this event"),
            Map.entry("4040506", "read the ticket settings again; the type is not of this event"),
            Map.entry("4060517", "wait until places become free or raise the quantity of the ticket type"),
            Map.entry("4040504", "wait until places become free or raise the quantity of the ticket type"),
            Map.entry("4060425", "read the order, and when it is unpaid place a new one"),
            Map.entry("4060426", "nothing: the order is paid, look its ticket up in the orders list"),
            Map.entry("4060098", "use another address, or switch off the event's rule of one ticket per address"),
            Map.entry("4060016", "choose a payment type the service knows, such as CASH"),
            Map.entry("4060710", "activate the event for registrations"),
            Map.entry("4068922", "unblock the person at the console first"),
            Map.entry("4069101", "shorten the first name to 50 characters"),
            Map.entry("4069102", "shorten the last name to 50 characters"),
            Map.entry("4069103", "use an address of at most 75 characters"),
            Map.entry("4060074", "correct the e-mail address"));

    @Override
    public Optional<Fault> fault(Operation operation, Reply reply) {
        var body = object(reply);
        if (reply.ok()) {
            return body.filter(VendorReplies::refuses).map(fields -> fault(reply, fields));
        }
        return Optional.of(body.map(fields -> fault(reply, fields)).orElseGet(() -> plain(reply)));
    }

    private static Optional<Fields> object(Reply reply) {
        if (reply.ok()
                && (reply.body().length > LONGEST_ACKNOWLEDGEMENT
                        || !reply.text().strip().startsWith("{"))) {
            return Optional.empty();
        }
        return Json.tryObject(reply.body()).map(Fields::anyCase);
    }

    /** A success may still say Fail or Error (DOC); any other word than Success counts when a message explains it. */
    private static boolean refuses(Fields body) {
        if (first(body, "errorCode").isPresent()) {
            return true;
        }
        var type =
                first(body, "type").map(word -> word.toLowerCase(Locale.ROOT)).orElse("success");
        return switch (type) {
            case "success" -> false;
            case "fail", "failed", "failure", "error" -> true;
            default -> body.has("message");
        };
    }

    private static Fault fault(Reply reply, Fields body) {
        var code = first(body, "errorCode", "code");
        var errors = body.objects("errors").stream()
                .flatMap(error -> first(error.anyCase(), "message", "errorMessage").stream())
                .toList();
        var message = first(body, "errorMessage", "message", "developerMessage")
                .or(() -> errors.stream().findFirst())
                .or(() -> first(body, "error"))
                .orElse("");
        var fault = classified(reply, code, message);
        var details = errors.isEmpty() || errors.equals(List.of(message)) ? List.<String>of() : errors;
        fault = fault.fieldMessages(details);
        return code.isPresent() ? fault.code(code.get()) : fault;
    }

    private static Fault classified(Reply reply, Optional<String> code, String message) {
        int status = code.map(VendorReplies::statusOf).orElse(0);
        var remedy = code.map(REMEDIES::get);
        Fault fault;
        if (status == 0) {
            fault = reply.ok() ? Fault.of(Fault.Kind.REJECTED, message) : byStatus(reply, message);
        } else if (status == 404 && NOT_ABOUT_EXISTENCE.contains(code.orElse(""))) {
            fault = Fault.of(Fault.Kind.REJECTED, message);
        } else {
            fault = byStatus(new Reply(status, reply.headers(), reply.body(), reply.took()), message);
        }
        return remedy.isPresent() ? fault.remedy(remedy.get()) : fault;
    }

    private static Fault plain(Reply reply) {
        var text = reply.text().strip();
        return byStatus(reply, text.startsWith("<") || text.length() > LONGEST_TEXT ? "" : text);
    }

    private static Fault byStatus(Reply reply, String message) {
        var fault = ReplyReader.statusFault(reply, message);
        return fault.kind() == Fault.Kind.AUTH ? fault.remedy(KEY) : fault;
    }

    /** The status within a code, 0 when there is none: codes have three digits of status and a serial of three to five. */
    private static int statusOf(String code) {
        if (!code.matches("[45]\\d{2}(\\d{3,5})?")) {
            return 0;
        }
        return Integer.parseInt(code.substring(0, 3));
    }

    /** The first of the names that has a text with something in it. */
    private static Optional<String> first(Fields body, String... names) {
        for (var name : names) {
            var text = body.text(name).map(String::strip).filter(value -> !value.isEmpty());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }
}
