package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Stage;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeNestedQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whatever form and whatever draft: what passes our check passes the vendor's rules. */
@TestInstance(Lifecycle.PER_CLASS)
class AnsweringLawTest {
    /** Types, each with answers that fit it. */
    private static final Map<String, List<String>> FITTING = Map.of(
            "TEXT", List.of("none", "a|b"),
            "EMAIL", List.of("a@b.example"),
            "NUMBER", List.of("12", "-1.5"),
            "DATE", List.of("01/02/2000", "2000-02-01"),
            "COUNTRY", List.of("us", "DE"),
            "DROPDOWN", List.of("red", "Green"),
            "MULTIPLE_CHOICE", List.of("red", "Red|blue", "blue|BLUE"),
            "BILLING_ADDRESS", List.of("1 Main St||Springfield|IL|62701|US", "1 Main St"),
            "FILE_UPLOAD", List.of("6f1c|cv.pdf"));

    private static final List<String> ANY = List.of(
            "",
            " ",
            "|",
            "|||||",
            "red",
            "Red|blue",
            "pink",
            "a@b.example",
            "nobody",
            "12",
            "1e3",
            "01/02/2000",
            "02/30/2000",
            "01/01/2099",
            "DE",
            "Germany",
            "5551234567|us",
            "+15551234567",
            "a|b|c|d|e|f|g",
            "x|");
    private static final List<String> NAMES =
            List.of("Cell Phone", "Birth Date", "Colours", "Home", "Since", "Why?", "Detail");

    private int accepted;
    private int refused;

    @BeforeAll
    void start() {
        accepted = 0;
        refused = 0;
    }

    @AfterAll
    void bothOutcomesWereSeen() {
        assertThat(accepted).isGreaterThan(50);
        assertThat(refused).isGreaterThan(50);
    }

    private static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<String, String> putForm(Stage stage, SplittableRandom random) {
        var made = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            var type = switch (name) {
                case "Birth Date" -> "DATE";
                case "Cell Phone" -> "TEXT";
                default -> one(FITTING.keySet().stream().sorted().toList(), random);
            };
            made.put(name, name.equals("Cell Phone") ? "PHONE" : type);
            var choice = type.equals("DROPDOWN") || type.equals("MULTIPLE_CHOICE");
            var options = choice ? List.of("red", "green", "blue") : List.<String>of();
            var types =
                    random.nextBoolean() ? Set.<Long>of() : Set.of(random.nextBoolean() ? stage.general : stage.vip);
            if (random.nextInt(3) > 0) {
                stage.there.putField(
                        new FakeField(name, type, random.nextBoolean(), random.nextInt(4) == 0, options, types));
            }
        }
        var colours = List.of("red", "green", "blue");
        for (int id = 1; id <= random.nextInt(4); id++) {
            stage.there
                    .boxOffice()
                    .putNestedQuestion(new FakeNestedQuestion(
                            id,
                            "Nested " + id,
                            random.nextBoolean() ? "DROPDOWN" : "MULTIPLE_CHOICE",
                            random.nextInt(3) == 0,
                            colours,
                            random.nextInt(id),
                            random.nextBoolean() ? "" : "k" + random.nextInt(1, 4)));
        }
        return made;
    }

    private static RegistrationDraft answered(
            RegistrationDraft draft, Map<String, String> types, SplittableRandom random) {
        var answered = draft;
        for (var type : types.entrySet()) {
            var fitting = FITTING.getOrDefault(type.getValue(), List.of("5551234567|us", "us|5551234567"));
            var value = one(random.nextInt(20) == 0 ? ANY : fitting, random);
            answered = random.nextInt(8) == 0 ? answered : answered.withOptionalAnswer(type.getKey(), value);
        }
        for (int id = 1; id < 4; id++) {
            answered = answered.withOptionalAnswer("Nested " + id, one(List.of("red", "green", "BLUE", ""), random));
        }
        return answered;
    }

    @RepeatedTest(400)
    void aDraftThatPassesTheCheckIsAcceptedByTheVendorsRules(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        var stage = new Stage();
        stage.fake.switches().strictAnswers(true);
        stage.there.changePrice(stage.vip, "0.00");
        var types = putForm(stage, random);
        var draft = answered(stage.ada(), types, random);
        if (random.nextBoolean()) {
            draft = answered(draft.and(stage.vipType(), "Mary", "Somerville", "mary@example.org"), types, random);
        }
        var registrations = stage.event.registrations();
        var order = registrations.place(draft);
        try {
            var outcome = registrations.pay(order, draft);
            assertThat(outcome)
                    .as("seed %s", repetition.getCurrentRepetition())
                    .isInstanceOf(PaymentOutcome.Issued.class);
            accepted++;
        } catch (RefusedAnswersException refusal) {
            assertThat(refusal.problems()).isNotEmpty();
            refused++;
        }
    }
}
