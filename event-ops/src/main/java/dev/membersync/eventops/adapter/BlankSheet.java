package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.holder.Section;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.eventops.privacy.Sheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sheet of answers without the person: what {@link AcceleventsAnswers} writes, and looks for afterwards. */
final class BlankSheet {
    private static final String FIRST_NAME = "first name";
    private static final String LAST_NAME = "last name";
    private static final String EMAIL = "email";
    private static final Set<String> LISTS = Set.of("attributes", "questions", "nestedQuestions");
    private static final Set<String> OF_THE_TICKET =
            Set.of("seatNumber", "eventTicketingId", "eventTicketId", "eventKey", "ticketType", "status");
    private static final Set<String> VALUES = Set.of("value", "answer", "answers", "selectedAnswer");
    /** A shorter answer, such as a yes, is no sign of the person. */
    private static final int SHORT = 3;

    private BlankSheet() {}

    /** What is shown, by label. */
    static Sheet shown(HolderSheet sheet) {
        Map<String, String> values = new LinkedHashMap<>();
        answers(sheet).forEach(answer -> values.put(answer.field(), answer.text()));
        int nested = 0;
        for (Map<String, @Nullable Object> row : sheet.nestedQuestions()) {
            String label = text(row.get("name")).or(() -> text(row.get("key"))).orElse("question " + ++nested);
            values.put(label, text(row.get("value")).orElse(""));
        }
        String name = (value(sheet, FIRST_NAME) + " " + value(sheet, LAST_NAME)).strip();
        return new Sheet(value(sheet, EMAIL), name, values);
    }

    private static String value(HolderSheet sheet, String label) {
        return sheet.answer(label).map(Answer::text).orElse("");
    }

    private static Stream<Answer> answers(HolderSheet sheet) {
        return Stream.of(Section.values()).flatMap(section -> sheet.answers(section).stream());
    }

    /** Every row stays where it is, with its question, and says nothing. */
    static HolderSheet of(HolderSheet sheet, String address) {
        Map<String, @Nullable Object> blank = new LinkedHashMap<>(sheet.document());
        LISTS.forEach(section -> blank.computeIfPresent(
                section, (name, rows) -> rows instanceof List<?> list ? blank(list, address) : rows));
        return new HolderSheet(blank);
    }

    private static List<@Nullable Object> blank(List<?> rows, String address) {
        List<@Nullable Object> blank = new ArrayList<>();
        rows.forEach(row -> blank.add(row instanceof Map<?, ?> map ? blank(map, address) : row));
        return blank;
    }

    private static Map<String, @Nullable Object> blank(Map<?, ?> row, String address) {
        String label = text(row.get("name")).or(() -> text(row.get("key"))).orElse("");
        Map<String, @Nullable Object> blank = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            String key = String.valueOf(name);
            if (VALUES.contains(key)) {
                blank.put(key, value == null ? null : instead(label, address));
            } else {
                blank.put(
                        key,
                        value instanceof List<?> list && !key.equals("defaultValue") ? blank(list, address) : value);
            }
        });
        return blank;
    }

    private static String instead(String label, String address) {
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case FIRST_NAME -> "Erased";
            case LAST_NAME -> "-";
            case EMAIL -> address;
            default -> "";
        };
    }

    /** The labels under which a sheet still shows what it showed before. */
    static List<String> left(HolderSheet before, HolderSheet after, String address) {
        Set<String> gone = new HashSet<>(shown(before).values().values());
        gone.removeIf(value -> value.length() < SHORT || value.equals(address) || value.equals("Erased"));
        List<String> left = new ArrayList<>(beside(after));
        shown(after).values().forEach((label, value) -> {
            if (gone.contains(value)) {
                left.add("\"" + label + "\" still shows its answer");
            }
        });
        return left;
    }

    /** Fields beside the answers that say something: what they mean is not known, so they are left for a person. */
    private static List<String> beside(HolderSheet sheet) {
        return sheet.document().entrySet().stream()
                .filter(field -> !LISTS.contains(field.getKey()) && !OF_THE_TICKET.contains(field.getKey()))
                .filter(field -> field.getValue() instanceof String text && !text.isBlank())
                .map(field -> "the field " + field.getKey() + " beside the answers is left as it was")
                .sorted()
                .toList();
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isEmpty());
    }
}
