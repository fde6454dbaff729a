package dev.membersync.examples.camelpeer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All answers of a ticket. An update replaces them all, so it sends back what it does not change. */
@JsonIgnoreProperties(ignoreUnknown = true)
record HolderSheet(
        List<Answer> attributes,
        List<Answer> questions,
        List<Object> nestedQuestions,
        @Nullable String seatNumber) {
    /** One answer; the service names its question in one of two ways. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            @Nullable String name,
            @Nullable String key,
            @Nullable String value) {
        String question() {
            return name != null ? name : String.valueOf(key);
        }

        String text() {
            return value == null ? "" : value;
        }
    }

    String memberId() {
        return attributes.stream()
                .filter(answer -> answer.question().equals(Bodies.MEMBER_ID))
                .map(Answer::text)
                .findFirst()
                .orElse("");
    }

    boolean shows(Member member) {
        return answers(attributes)
                        .entrySet()
                        .containsAll(Bodies.attributes(member).entrySet())
                && answers(questions)
                        .entrySet()
                        .containsAll(Bodies.questions(member).entrySet());
    }

    Map<String, Object> showing(Member member) {
        Map<String, String> next = answers(attributes);
        next.putAll(Bodies.attributes(member));
        Map<String, String> asked = answers(questions);
        asked.putAll(Bodies.questions(member));
        return Map.of(
                "attributes",
                Bodies.pairs(next),
                "questions",
                Bodies.pairs(asked),
                "nestedQuestions",
                nestedQuestions,
                "seatNumber",
                seatNumber == null ? "" : seatNumber);
    }

    private static Map<String, String> answers(List<Answer> list) {
        Map<String, String> answers = new LinkedHashMap<>();
        list.forEach(answer -> answers.put(answer.question(), answer.text()));
        return answers;
    }
}
