package dev.membersync.memberships.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.membersync.client.internal.UnreadableException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventTest {
    private static final String CONTACT = "{'type':'ContactCreate','locationId':'l','id':'c','email':'a@example.com',"
            + "'name':'A B','firstName':'A','lastName':'B','phone':'+1','tags':['x','y'],'dnd':true,"
            + "'dateAdded':'2021-11-26T12:41:02.193Z','customFields':[{'id':'f1','value':'v'},{'id':'f2','value':[1,2]},"
            + "{'id':'f3','value':null}],'dndSettings':{'SMS':{'status':'active'}}}";
    private static final String ORDER = "{'type':'OrderStatusUpdate','locationId':'l','_id':'o','altId':'l',"
            + "'altType':'location','status':'completed','fulfillmentStatus':'unfulfilled','contactId':'c',"
            + "'contactSnapshot':{'id':'c'},'currency':'USD','amount':10.50,'liveMode':false,'items':[{'qty':1}],"
            + "'createdAt':'2023-07-21T10:25:05.977Z','updatedAt':1689935105977}";
    private static final String INVOICE = "{'_id':'i','status':'paid','liveMode':true,'amountPaid':'7','altId':'l',"
            + "'altType':'location','name':'n','invoiceNumber':'19','currency':'USD','contactDetails':{'id':'c'},"
            + "'invoiceItems':[{'qty':1,'amount':7}],'total':7,'amountDue':0,'createdAt':'2023-08-25T16:41:33.937Z'}";
    private static final String PRICE = "{'_id':'p','product':'q','locationId':'l','name':'Gold','type':'one_time',"
            + "'currency':'USD','amount':199.99,'updatedAt':'2024-01-23T09:57:04.846Z'}";
    private static final String PRODUCT = "{'_id':'q','name':'Course','productType':'DIGITAL','locationId':'l',"
            + "'availableInStore':true,'updatedAt':'2024-01-23T09:57:04.846Z'}";
    private static final String INSTALL =
            "{'type':'INSTALL','appId':'a','companyId':'co','locationId':'l','userId':'u',"
                    + "'planId':'p','trial':{'onTrial':true},'isWhitelabelCompany':true,'companyName':'Co'}";
    private static final String TASK = "{'type':'TaskCreate','locationId':'l','id':'t','assignedTo':'u','body':'do',"
            + "'contactId':'c','title':'T','dateAdded':'2021-11-26T12:41:02.193Z','dueDate':'2021-11-27T00:00:00Z'}";

    static List<String> samples() {
        return List.of(CONTACT, ORDER, INVOICE, PRICE, PRODUCT, INSTALL, TASK);
    }

    @Test
    void aContact() {
        WebhookEvent.Contact contact = (WebhookEvent.Contact) read(CONTACT);
        assertThat(contact.id()).contains("c");
        assertThat(contact.tags()).containsExactly("x", "y");
        assertThat(contact.customFields()).containsEntry("f1", "v").containsEntry("f3", null);
        assertThat(contact.dateAdded()).contains(Instant.parse("2021-11-26T12:41:02.193Z"));
        assertThat(contact.envelope().data()).containsKey("dndSettings");
        assertThat(contact.envelope().heldFields()).isEmpty();
        assertThat(contact.toString()).doesNotContain("example.com");
    }

    @Test
    void anOrder() {
        WebhookEvent.Order order = (WebhookEvent.Order) read(ORDER);
        assertThat(order.type()).isEqualTo(EventType.ORDER_STATUS_UPDATE);
        assertThat(order.contactId()).contains("c");
        assertThat(order.amount()).contains(new BigDecimal("10.50"));
        assertThat(order.updatedAt()).contains(Instant.ofEpochMilli(1689935105977L));
    }

    @Test
    void anInvoiceHasItsLocationInAltId() {
        WebhookEvent.Invoice invoice = (WebhookEvent.Invoice) read(INVOICE);
        assertThat(invoice.type()).isEqualTo(EventType.INVOICE_PAID);
        assertThat(invoice.envelope().source()).isEqualTo(TypeSource.INFERRED);
        assertThat(invoice.envelope().locationId()).contains("l");
        assertThat(invoice.contactId()).contains("c");
        assertThat(invoice.amountPaid()).contains(new BigDecimal("7"));
    }

    @ParameterizedTest
    @CsvSource({
        "draft, InvoiceCreateOrUpdate",
        "sent, InvoiceSent",
        "paid, InvoicePaid",
        "void, InvoiceVoid",
        "partially_paid, InvoicePartiallyPaid",
        "delete, InvoiceDelete",
        "payment_processing, InvoiceCreateOrUpdate"
    })
    void theTypeOfAnInvoiceFollowsFromItsStatus(String status, String type) {
        assertThat(read(INVOICE.replace("'paid'", "'" + status + "'")).type()).isEqualTo(new EventType(type));
    }

    @Test
    void theTypeOfAPriceIsNoEvent() {
        WebhookEvent.Price price = (WebhookEvent.Price) read(PRICE);
        assertThat(price.type()).isEqualTo(EventType.PRICE_CHANGE);
        assertThat(price.productId()).contains("q");
        assertThat(price.amount()).contains(new BigDecimal("199.99"));
        assertThat(read(PRODUCT).type()).isEqualTo(EventType.PRODUCT_CHANGE);
    }

    @Test
    void theLifeOfTheApp() {
        WebhookEvent.App install = (WebhookEvent.App) read(INSTALL);
        assertThat(install.id()).contains("a");
        assertThat(install.planId()).contains("p");
        WebhookEvent.App plan =
                (WebhookEvent.App) read("{'type':'PLAN_CHANGE','appId':'a','currentPlanId':'p','newPlanId':'q'}");
        assertThat(plan.newPlanId()).contains("q");
        assertThat(read("{'type':'AppUninstall','appId':'a'}").type()).isEqualTo(EventType.UNINSTALL);
    }

    @Test
    void locationsNotesTasksAndUsers() {
        assertThat(read("{'type':'LocationCreate','id':'l','companyId':'co','name':'n'}")
                        .envelope()
                        .locationId())
                .contains("l");
        WebhookEvent.Note note = (WebhookEvent.Note) read("{'type':'NoteCreate','id':'n','contactId':'c','body':'b'}");
        assertThat(note.contactId()).contains("c");
        assertThat(((WebhookEvent.Task) read(TASK)).title()).contains("T");
        assertThat(((WebhookEvent.User) read("{'type':'UserCreate','id':'u','email':'e'}")).email())
                .contains("e");
    }

    @Test
    void aNestedBodyKeepsWhatStandsBesideIt() {
        WebhookEvent event = read("{'type':'ContactUpdate','timestamp':'2026-01-01T00:00:00Z','webhookId':'w',"
                + "'attempt':2,'data':{'id':'c','locationId':'l','type':'lead'}}");
        assertThat(event.id()).contains("c");
        assertThat(event.envelope().webhookId()).contains("w");
        assertThat(event.envelope().locationId()).contains("l");
        assertThat(event.envelope().extra()).containsOnlyKeys("attempt");
        assertThat(event.envelope().data()).containsEntry("type", "lead");
    }

    @ParameterizedTest
    @CsvSource({
        "UserCreate, UserUpdate, UserUpdate, EXPECTED",
        "user.created, UserUpdate, UserUpdate, EXPECTED",
        "UserUpdate, UserUpdate, UserUpdate, STATED",
        "ContactCreate, UserUpdate, ContactCreate, STATED",
        "Odd, UserUpdate, UserUpdate, EXPECTED",
        "'', UserUpdate, UserUpdate, EXPECTED"
    })
    void anExpectedTypeCorrectsItsOwnKind(String stated, String expected, String type, TypeSource source) {
        WebhookEvent event =
                EventReader.read(bytes("{'type':'" + stated + "','id':'u'}"), Optional.of(EventType.of(expected)));
        assertThat(event.type()).isEqualTo(new EventType(type));
        assertThat(event.envelope().source()).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserCreate", "user.created", "user.create", "USER_CREATED", "userCreated"})
    void everySpellingIsTheSameType(String text) {
        assertThat(EventType.of(text)).isEqualTo(EventType.USER_CREATE);
    }

    static List<EventType> documented() {
        return EventType.documented();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void everyEventOfTheVendorIsReadAsItself(EventType type) {
        WebhookEvent event = read("{'type':'" + type.value() + "','id':'x','locationId':'l','news':1}");
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.envelope().source()).isEqualTo(TypeSource.STATED);
        assertThat(event.envelope().data()).containsKey("news");
    }

    @Test
    void theWholeListOfTheVendorIsKnown() {
        assertThat(EventType.documented()).hasSize(64).doesNotHaveDuplicates();
        assertThat(read("{'type':'AppointmentCreate','id':'x'}")).isInstanceOf(WebhookEvent.Other.class);
    }

    @Test
    void anOddValueIsHeldAndNeverInvented() {
        WebhookEvent.Order order = (WebhookEvent.Order) read("{'type':'OrderCreate','_id':{},'amount':'ten',"
                + "'currency':null,'liveMode':'maybe','createdAt':'yesterday','updatedAt':''}");
        assertThat(order.amount()).isEmpty();
        assertThat(order.envelope().heldFields()).containsExactly("_id", "amount", "createdAt", "liveMode");
        assertThat(order.envelope().data()).containsEntry("currency", null);
    }

    @Test
    void anAmountThatWouldFillTheMemoryIsHeld() {
        WebhookEvent.Order order =
                (WebhookEvent.Order) read("{'type':'OrderCreate','_id':1e999999999,'amount':1e-999999999}");
        assertThat(order.id()).isEmpty();
        assertThat(order.amount()).isEmpty();
    }

    @Test
    void anAbsurdDepthOrLengthIsUnreadable() {
        for (String body :
                List.of("{'a':" + "[".repeat(9999), "{'a':" + "9".repeat(5000) + "}", "{'a':1e99999999999}")) {
            assertThat(outcome(bytes(body))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whateverBecomesOfABodyItIsAValueOrUnreadable(String sample) {
        SplittableRandom random = new SplittableRandom(sample.hashCode());
        List<String> values = List.of(
                "null",
                "1",
                "-0",
                "1.5e400",
                "'12'",
                "''",
                "true",
                "[]",
                "{}",
                "[null,1,{}]",
                "'\\ud800'",
                "'NaN'",
                "99999999999999999999",
                "[[['x']]]",
                "{'id':1,'value':{}}",
                "1e999999999",
                "'9999-99-99T00:00:00Z'");
        List<String> keys = List.of("id", "_id", "type", "data", "timestamp", "amount", "status", "tags", "altId");
        for (int i = 0; i < 500; i++) {
            String body = sample;
            for (int change = random.nextInt(4); change >= 0; change--) {
                String value = values.get(random.nextInt(values.size()));
                String entry = "'" + keys.get(random.nextInt(keys.size())) + "':" + value;
                body = switch (random.nextInt(3)) {
                    case 0 -> body.substring(0, body.length() - 1) + "," + entry + "}";
                    case 1 ->
                        body.replaceFirst(
                                ":('[^']*'|[0-9.]+|true|false)", java.util.regex.Matcher.quoteReplacement(":" + value));
                    default -> "{" + entry + "," + body.substring(1);
                };
            }
            byte[] bytes = bytes(body);
            byte[] cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            bytes[random.nextInt(bytes.length)] ^= (byte) (random.nextInt(20) == 0 ? random.nextInt(256) : 0);
            assertThatCode(() -> outcome(bytes)).doesNotThrowAnyException();
            assertThatCode(() -> outcome(cut)).doesNotThrowAnyException();
        }
    }

    /** True when it cannot be read; any other failure passes on. */
    private static boolean outcome(byte[] body) {
        try {
            assertThat(EventReader.read(body, Optional.empty()).envelope().data())
                    .isNotNull();
            return false;
        } catch (UnreadableException e) {
            return true;
        }
    }

    private static WebhookEvent read(String body) {
        return EventReader.read(bytes(body), Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
