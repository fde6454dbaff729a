package dev.membersync.memberships.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.memberships.Contract;
import dev.membersync.memberships.course.Course;
import dev.membersync.memberships.course.CourseCategory;
import dev.membersync.memberships.course.CoursePost;
import dev.membersync.memberships.course.Visibility;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prices and courses, as memberships-api.md 2.5 and 2.7 have them. */
class ProductContractTest {

    private static final String PRICE = """
            {"_id":"pr1","membershipOffers":[{"label":"top_50","value":"50","_id":"mo1"}],"variantOptionIds":["v1"],
             "locationId":"loc1","product":"p1","userId":"s1","name":"Gold","type":"recurring","currency":"USD",
             "amount":99.90,"recurring":{"interval":"month","intervalCount":1},
             "createdAt":"2023-11-20T10:23:38.645Z","updatedAt":"2024-01-23T09:57:04.852Z","compareAtPrice":120,
             "trackInventory":null,"availableQuantity":5,"allowOutOfStockPurchases":true,"news":1}""";
    private static final PriceDraft DRAFT = PriceDraft.recurring(
                    "Gold", "USD", new BigDecimal("99.90"), new Recurrence(Recurrence.MONTH, 1))
            .description("d")
            .membershipOffers(List.of(MembershipOffer.of("mo1", "top_50", "50")))
            .trialDays(7)
            .totalCycles(12)
            .setupFee(new BigDecimal("10.99"))
            .compareAtPrice(new BigDecimal("120"))
            .extra("sku", "sku_1");
    private static final String SENT = "{\"locationId\":\"loc1\",\"name\":\"Gold\",\"type\":\"recurring\","
            + "\"currency\":\"USD\",\"amount\":99.90,\"recurring\":{\"interval\":\"month\",\"intervalCount\":1},"
            + "\"description\":\"d\",\"membershipOffers\":[{\"label\":\"top_50\",\"value\":\"50\",\"_id\":\"mo1\"}],"
            + "\"trialPeriod\":7,\"totalCycles\":12,\"setupFee\":10.99,\"compareAtPrice\":120,\"sku\":\"sku_1\"}";

    static List<Contract> table() {
        return Stream.of(prices(), courses()).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("table")
    void isOnTheWireAsDocumented(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL);
    }

    @ParameterizedTest
    @MethodSource("table")
    void isTheSameInVersion3(Contract contract) {
        contract.hold(MembershipsProfile.HIGHLEVEL_V3);
    }

    @Test
    void anIntervalThatIsNoWordIsLeftOut() {
        Contract read = table().stream()
                .filter(row -> row.operation().equals("prices.get"))
                .findFirst()
                .orElseThrow();

        Object price = read.run(read.reply().replace("month", "mon\\u0000th"), MembershipsProfile.HIGHLEVEL);

        assertThat(((Price) price).recurrence()).isEmpty();
    }

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("table")
    void aDamagedReplyIsAValueOrOneTypedError(Contract contract) {
        contract.survives(MembershipsProfile.HIGHLEVEL);
    }

    @Test
    void everyOperationHasARow() {
        Contract.noneIsMissing(table(), MembershipsProfile.HIGHLEVEL, "prices", "courses");
    }

    private static List<Contract> prices() {
        return List.of(
                Contract.of("prices.list", client -> client.prices().list("p1"))
                        .sends("GET /products/p1/price?locationId=loc1&limit=100&offset=0")
                        .answers(200, "{\"prices\":[" + PRICE + "],\"total\":1}")
                        .gives(Price.class, ProductContractTest::isThePrice),
                Contract.of("prices.list", client -> client.prices().list("p1", List.of("pr1", "pr2")))
                        .sends("GET /products/p1/price?locationId=loc1&ids=pr1%2Cpr2&limit=100&offset=0")
                        .answers(200, "{\"prices\":[],\"total\":0}"),
                Contract.of("prices.get", client -> client.prices().price("p1", "pr1"))
                        .sends("GET /products/p1/price/pr1?locationId=loc1")
                        .answers(200, PRICE)
                        .gives(Price.class, ProductContractTest::isThePrice),
                Contract.of("prices.create", client -> client.prices().create("p1", DRAFT))
                        .sends("POST /products/p1/price", SENT)
                        .answers(201, PRICE)
                        .gives(Price.class, ProductContractTest::isThePrice),
                Contract.of(
                                "prices.create",
                                client -> client.prices()
                                        .create("p1", PriceDraft.oneTime("Once", "USD", new BigDecimal("5"))))
                        .sends(
                                "POST /products/p1/price",
                                "{\"locationId\":\"loc1\",\"name\":\"Once\",\"type\":\"one_time\",\"currency\":\"USD\","
                                        + "\"amount\":5}")
                        .answers(201, PRICE),
                Contract.of("prices.update", client -> client.prices().update("p1", "pr1", DRAFT))
                        .sends("PUT /products/p1/price/pr1", SENT)
                        .answers(200, PRICE)
                        .gives(Price.class, ProductContractTest::isThePrice));
    }

    private static List<Contract> courses() {
        CoursePost quiz = new CoursePost(
                "Q",
                Visibility.DRAFT,
                "quiz",
                "d",
                Optional.of("https://x.example/t.png"),
                Optional.empty(),
                List.of(new CoursePost.Material("M", "pdf", "https://x.example/m.pdf")));
        CourseCategory inner = CourseCategory.of("Inner", quiz);
        CourseCategory outer = new CourseCategory(
                "Outer",
                Visibility.PUBLISHED,
                Optional.of("https://x.example/o.png"),
                List.of(CoursePost.video("V", "d", "https://x.example/v.mp4")),
                List.of(inner));
        Course course = new Course(
                "Course",
                "d",
                Optional.of("https://x.example/c.png"),
                List.of(outer),
                Optional.of(new Course.Instructor("Ann", "teaches")));
        return List.of(
                Contract.of("courses.import", client -> client.courses().importCourses(List.of(course), "s1"))
                        .sends(
                                "POST /courses/courses-exporter/public/import",
                                "{\"locationId\":\"loc1\",\"userId\":\"s1\",\"products\":[{\"title\":\"Course\","
                                        + "\"description\":\"d\",\"imageUrl\":\"https://x.example/c.png\","
                                        + "\"categories\":[{\"title\":\"Outer\",\"visibility\":\"published\","
                                        + "\"thumbnailUrl\":\"https://x.example/o.png\",\"posts\":[{\"title\":\"V\","
                                        + "\"visibility\":\"published\",\"contentType\":\"video\",\"description\":\"d\","
                                        + "\"bucketVideoUrl\":\"https://x.example/v.mp4\"}],\"subCategories\":["
                                        + "{\"title\":\"Inner\",\"visibility\":\"published\",\"posts\":[{\"title\":\"Q\","
                                        + "\"visibility\":\"draft\",\"thumbnailUrl\":\"https://x.example/t.png\","
                                        + "\"contentType\":\"quiz\",\"description\":\"d\",\"postMaterials\":["
                                        + "{\"title\":\"M\",\"type\":\"pdf\",\"url\":\"https://x.example/m.pdf\"}]}]}]}],"
                                        + "\"instructorDetails\":{\"name\":\"Ann\",\"description\":\"teaches\"}}]}")
                        .answers(201, ""),
                Contract.of("courses.import", client -> client.courses().importCourses(List.of(Course.of("C", "d"))))
                        .sends(
                                "POST /courses/courses-exporter/public/import",
                                "{\"locationId\":\"loc1\",\"products\":[{\"title\":\"C\",\"description\":\"d\","
                                        + "\"categories\":[]}]}")
                        .answers(201, ""));
    }

    private static void isThePrice(Price price) {
        assertThat(price.id()).isEqualTo("pr1");
        assertThat(price.productId()).contains("p1");
        assertThat(price.name()).contains("Gold");
        assertThat(price.type()).contains("recurring");
        assertThat(price.currency()).contains("USD");
        assertThat(price.amount()).contains(new BigDecimal("99.90"));
        assertThat(price.compareAtPrice()).contains(new BigDecimal("120"));
        assertThat(price.recurrence()).contains(new Recurrence(Recurrence.MONTH, 1));
        assertThat(price.membershipOffers()).containsExactly(MembershipOffer.of("mo1", "top_50", "50"));
        assertThat(price.createdAt()).isPresent();
        assertThat(price.extra()).containsEntry("news", 1).containsEntry("availableQuantity", 5);
    }
}
