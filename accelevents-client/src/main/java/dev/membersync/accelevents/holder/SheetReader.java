package dev.membersync.accelevents.holder;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.People;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the answers of one person. */
final class SheetReader {
    private SheetReader() {}

    static HolderSummary summary(EventTicketId asked, byte[] body) {
        return Json.row(body, List.of("data"), row -> {
            if (!row.has("ticketType") && !row.has("email")) {
                throw new UnreadableException("the reply names no holder");
            }
            return new HolderSummary(
                    Ids.knownText(row, EventTicketId::new, "eventTicketingId", "eventTicketId")
                            .orElse(asked),
                    People.read(row),
                    row.text("ticketType").orElse(""),
                    row.text("status").orElse(""),
                    row.decimal("paidAmount", "paid"),
                    row.rest());
        });
    }

    static HolderSheet sheet(byte[] body) {
        return Json.object(body, root -> {
            if (!root.has("attributes")) {
                throw new UnreadableException("the reply has no attributes");
            }
            var types = new LinkedHashMap<String, FieldType>();
            var attributes = answers(root, "attributes", types);
            var questions = answers(root, "questions", types);
            var nested = new ArrayList<Map<String, @Nullable Object>>();
            for (var item : root.list("nestedQuestions")) {
                if (item instanceof Map<?, ?> map) {
                    nested.add(texts(map));
                }
            }
            return new HolderSheet(
                    Ids.knownText(root, EventTicketId::new, "eventTicketingId", "eventTicketId"),
                    attributes,
                    questions,
                    nested,
                    root.text("seatNumber").orElse(""),
                    types);
        });
    }

    private static List<Answer> answers(Fields root, String section, Map<String, FieldType> types) {
        var answers = new ArrayList<Answer>();
        for (var row : root.objects(section)) {
            var name = row.text("name", "key").orElseThrow(() -> new UnreadableException("an answer has no name"));
            row.text("type").ifPresent(type -> types.put(name, new FieldType(type)));
            answers.add(new Answer(name, row.all().get("value")));
        }
        return answers;
    }

    private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
