package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.internal.CodeTable.Row;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands refusals: the vendor code first, whose first three digits are a status (INFER), the HTTP status second. HTTP 406 is this vendor's word for a business rule. Its
 * texts may name people, so they are kept to be asked for and never quoted.
 */
public final class VendorReplies implements ReplyReader {
    /** A longer body of a success is a record or a list; looking for a refusal in it would read every page twice. */
    private static final int LONGEST_ACKNOWLEDGEMENT = 4096;

    private static final int LONGEST_TEXT = 300;
    private static final String LOCKED_LOGIN = "4010102";
    private static final String KEY = "check that the API key belongs to this organisation and is whole, that the plan"
            + " includes the API (Enterprise or White Label), and that the key sits in the header the service wants";

    /** A status and a serial of three to five digits; whatever else stands there is no code, and may be a person's. */
    private static final Pattern CODE = Pattern.compile("\\d{3}(\\d{3,5})?");

    /** The one number of a text; of several, nobody knows which is meant, and a longer one could be a phone's. */
    private static final Pattern ONLY_NUMBER = Pattern.compile("\\D*(?<!\\+)(\\d{1,7})\\D*");

    @Override
    public Optional<Fault> fault(Operation operation, Reply reply) {
        var text = reply.ok() ? reply.text().replaceFirst("^\\uFEFF", "").strip() : "";
        if (reply.ok() && !mayRefuse(text)) {
            return Optional.empty();
        }
        var body = Json.tryObject(reply.body()).map(Fields::anyCase);
        if (reply.ok()) {
            return body.filter(VendorReplies::refuses).map(fields -> fault(reply, fields));
        }
        return Optional.of(body.map(fields -> fault(reply, fields)).orElseGet(() -> plain(reply)));
    }

    private static boolean mayRefuse(String text) {
        return text.startsWith("{")
                && (text.length() <= LONGEST_ACKNOWLEDGEMENT
                        || text.contains("\"errorCode\"")
                        || text.contains("\"ErrorCode\""));
    }

    /** A success may still say Fail or Error (DOC); any other word than Success counts when a message or nothing stands beside it. */
    private static boolean refuses(Fields body) {
        boolean told = body.has("message") || body.has("errorMessage") || body.has("developerMessage");
        if (first(body, "errorCode").isPresent()
                || ((told || first(body, "error").isPresent())
                        && code(body).flatMap(CodeTable::row).isPresent())) {
            return true;
        }
        var type =
                first(body, "type").map(word -> word.toLowerCase(Locale.ROOT)).orElse("success");
        boolean alone = body.all().size() == 1;
        return switch (type) {
            case "success" -> alone && !errors(body).isEmpty();
            case "fail", "failed", "failure", "error" -> true;
            default -> told || alone;
        };
    }

    private static Fault fault(Reply reply, Fields body) {
        var errors = errors(body);
        var message = first(body, "errorMessage", "message", "developerMessage")
                .or(() -> errors.stream().findFirst())
                .or(() -> first(body, "error"))
                .orElse("");
        var code = code(body);
        var fault = code.isPresent() ? coded(reply, code.get(), message) : byStatus(reply, message);
        return fault.fieldMessages(errors.equals(List.of(message)) ? List.of() : errors);
    }

    private static Fault coded(Reply reply, String code, String message) {
        var row = CodeTable.row(code);
        // A rate limit is believed of the status alone: it makes even an order be sent again.
        var status = Integer.parseInt(code.substring(0, 3));
        var judged = status < 400 || status == 429 || status > 599
                ? reply
                : new Reply(status, reply.headers(), reply.body(), reply.took());
        var fault = byStatus(judged, message).code(code);
        if (row.isEmpty()) {
            return fault.summary("vendor code " + code + ", not in our table");
        }
        return known(row.get(), fault, message);
    }

    private static Fault known(Row row, Fault byStatus, String message) {
        var fault = Fault.of(row.kind(), message)
                .code(row.code())
                .unquoted()
                .reason(byStatus.reason())
                // A lock is not lifted by another token.
                .tokenRejected(byStatus.tokenRejected() && !row.code().equals(LOCKED_LOGIN))
                .remedy(row.remedy());
        var number = ONLY_NUMBER.matcher(row.number().isEmpty() ? "" : message);
        if (!number.matches()) {
            return fault.summary(row.meaning());
        }
        return fault.details(Map.of("number", number.group(1)))
                .summary(row.meaning() + ": " + row.number().replace("#", number.group(1)));
    }

    private static Fault plain(Reply reply) {
        var text = reply.text().strip();
        return byStatus(reply, text.startsWith("<") || text.length() > LONGEST_TEXT ? "" : text);
    }

    private static Fault byStatus(Reply reply, String message) {
        var fault = reply.ok() ? Fault.of(Fault.Kind.REJECTED, message) : ReplyReader.statusFault(reply, message);
        return (fault.kind() == Fault.Kind.AUTH ? fault.remedy(KEY) : fault).unquoted();
    }

    private static Optional<String> code(Fields body) {
        return Stream.of("errorCode", "code")
                .flatMap(name -> first(body, name).stream())
                .filter(code -> CODE.matcher(code).matches())
                .findFirst();
    }

    private static List<String> errors(Fields body) {
        return body.objects("errors").stream()
                .flatMap(error -> first(error.anyCase(), "message", "errorMessage").stream())
                .toList();
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
