package dev.membersync.accelevents;

import dev.membersync.accelevents.discount.DiscountType;
import dev.membersync.accelevents.discount.NewDiscountCode;
import dev.membersync.accelevents.session.SessionDraft;
import dev.membersync.accelevents.session.SessionFormat;
import dev.membersync.accelevents.session.SpeakerDraft;
import dev.membersync.accelevents.session.SpeakerQuery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The part of {@link WholeStory} that is about codes, the programme and files. */
final class OfficeStory {
    private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 4, 9, 0);
    private static final byte[] FILE = "x".getBytes(StandardCharsets.UTF_8);

    private final Stage stage;
    private final AcceleventsClient client;
    private final EventScope event;
    private final Map<String, Object> told;

    OfficeStory(Stage stage, AcceleventsClient client, Map<String, Object> told) {
        this.stage = stage;
        this.client = client;
        this.event = client.event(Stage.EVENT);
        this.told = told;
    }

    void discounts() {
        var codes = event.discountCodes();
        codes.create(NewDiscountCode.of("SPRING", DiscountType.PERCENTAGE, BigDecimal.TEN, NINE, NINE.plusMonths(7))
                        .withTicketTypes(List.of(stage.vipType())))
                .execute();
        var spring = codes.list().execute().get(0);
        told.put("code", Shown.code(spring));
        codes.update(spring, spring.edit().withUses(5)).execute();
        told.put("code after", Shown.code(codes.list().execute().get(0)));
        told.put("code again", Shown.refused(() -> codes.create(spring.edit()).execute()));
        codes.delete(spring).execute();
        told.put("codes left", codes.list().execute());
        event.accessCodes().create(Map.of("code", "opensesame")).execute();
    }

    void plans(long ticket) {
        var picture = client.uploads().image("dot.png", "image/png", FILE).execute();
        told.put(
                "uploads",
                List.of(
                        picture,
                        client.uploads()
                                .answerFile("cv.pdf", "application/pdf", FILE)
                                .execute()));
        var speakers = event.speakers();
        var id = speakers.create(
                        SpeakerDraft.of("Ada", "Lovelace", "ada@example.org").with("bio", "Countess"))
                .execute();
        told.put(
                "speaker again",
                Shown.refused(() -> speakers.create(SpeakerDraft.of("A", "L", "ada@example.org"))
                        .execute()));
        var before = speakers.list(SpeakerQuery.ALL.withPageSize(1)).stream()
                .findFirst()
                .orElseThrow();
        speakers.update(before.with("imageUrl", picture)).execute();
        told.put(
                "speakers",
                Stream.concat(speakers.list().stream(), speakers.withSessions().execute().stream())
                        .map(Shown::speaker)
                        .toList());
        var sessions = event.sessions();
        var opening = sessions.create(SessionDraft.of("Opening", NINE, NINE.plusHours(1))
                        .withFormat(SessionFormat.MAIN_STAGE)
                        .with("speakerList", List.of(id.value())))
                .execute();
        sessions.update(sessions.get(opening)
                        .execute()
                        .withTimes(NINE.plusHours(1), NINE.plusHours(2))
                        .with("ticketTypesThatCanBeRegistered", List.of(stage.general)))
                .execute();
        stage.there.programme().attend(opening.value(), ticket, true);
        told.put(
                "sessions",
                Stream.of(sessions.list(), sessions.agenda())
                        .flatMap(list -> list.stream())
                        .map(Shown::session)
                        .toList());
        told.put(
                "came",
                sessions.attendance(opening).execute().stream()
                        .map(row -> List.of(row.attendee(), row.attended(), row.eventTicketId()))
                        .toList());
    }
}
