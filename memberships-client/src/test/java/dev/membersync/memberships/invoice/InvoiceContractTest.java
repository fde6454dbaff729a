package dev.membersync.memberships.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Change;
import dev.membersync.memberships.Contract;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invoices, as memberships-api.md 2.6 has them. */
class InvoiceContractTest {

    private static final String PLACE = "altId=loc1&altType=location";
    private static final String HERE = "\"altId\":\"loc1\",\"altType\":\"location\"";
    private static final LocalDate DAY = LocalDate.of(2023, 1, 1);
    private static final InvoiceContact ALEX = InvoiceContact.of("c1", "Alex", "alex@example.org", "+1234567890");
    private static final List<InvoiceItem> ITEMS =
            List.of(InvoiceItem.of("Dues", "USD", new BigDecimal("99.90"), 2).priced("p1", "pr1"));
    private static final String CONTACT_SENT =
            "{\"id\":\"c1\",\"name\":\"Alex\",\"phoneNo\":\"+1234567890\",\"email\":\"alex@example.org\"}";
    private static final String ITEMS_SENT = "[{\"name\":\"Dues\",\"productId\":\"p1\",\"priceId\":\"pr1\","
            + "\"currency\":\"USD\",\"amount\":99.90,\"qty\":2}]";
    private static final String INVOICE = """
            {"_id":"i1","status":"partially_paid","liveMode":false,"amountPaid":50,"altId":"loc1",
             "altType":"location","name":"New Invoice","businessDetails":{"name":"ABC"},"invoiceNumber":19,
             "currency":"USD","contactDetails":{"id":"c1","name":"Alex","phoneNo":"+1234567890",
             "email":"alex@example.org","companyName":"ABC"},"issueDate":"2023-01-01","dueDate":"2023-01-14",
             "discount":{},"invoiceItems":[{"name":"Dues","productId":"p1","priceId":"pr1","currency":"USD",
             "amount":99.90,"qty":2,"taxes":[]}],"total":199.80,"title":"INVOICE","amountDue":149.80,
             "createdAt":"2023-12-12T09:27:42.355Z","updatedAt":"2023-12-12T09:27:42.355Z",
             "automaticTaxesEnabled":true,"paymentSchedule":{},
             "totalSummary":{"subTotal":199.80,"discount":0,"tax":0},"traceId":"t","news":1}""";

    static List<Contract> table() {
        return Stream.of(reads(), writes(), payments()).flatMap(List::stream).toList();
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

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("table")
    void aDamagedReplyIsAValueOrOneTypedError(Contract contract) {
        contract.survives(MembershipsProfile.HIGHLEVEL);
    }

    @Test
    void everyOperationHasARow() {
        Contract.noneIsMissing(table(), MembershipsProfile.HIGHLEVEL, "invoices");
    }

    private static List<Contract> reads() {
        InvoiceQuery query = InvoiceQuery.all()
                .status(InvoiceStatus.SENT)
                .between(DAY, DAY.plusDays(1))
                .search("x")
                .live(true)
                .contact("c1")
                .oldestFirst();
        return List.of(
                Contract.of("invoices.list", client -> client.invoices().list(query))
                        .sends(
                                "GET /invoices/?" + PLACE + "&status=sent&startAt=2023-01-01&endAt=2023-01-02&search=x"
                                        + "&paymentMode=live&contactId=c1&sortField=issueDate&sortOrder=ascend&limit=100&offset=0")
                        .answers(200, "{\"invoices\":[" + INVOICE + "],\"total\":1}")
                        .gives(Invoice.class, InvoiceContractTest::isTheInvoice),
                Contract.of("invoices.get", client -> client.invoices().invoice("i1"))
                        .sends("GET /invoices/i1?" + PLACE)
                        .answers(200, INVOICE)
                        .gives(Invoice.class, InvoiceContractTest::isTheInvoice),
                Contract.of("invoices.number", client -> client.invoices().nextNumber())
                        .sends("GET /invoices/generate-invoice-number?" + PLACE)
                        .answers(200, "{\"invoiceNumber\":19}")
                        .gives(String.class, number -> assertThat(number).isEqualTo("19")));
    }

    private static List<Contract> writes() {
        InvoiceDraft draft = InvoiceDraft.of("New Invoice", ALEX, "USD", ITEMS, DAY)
                .business(Map.of("name", "ABC"))
                .dueDate(DAY.plusDays(13))
                .title("INVOICE")
                .discountPercentage(BigDecimal.TEN)
                .sentTo(List.of("x@example.org"))
                .test()
                .extra("automaticTaxesEnabled", true);
        InvoiceUpdate update = InvoiceUpdate.of("New Invoice", "USD", ITEMS, DAY, DAY.plusDays(13))
                .title(Change.to("BILL"))
                .description(Change.clear())
                .termsNotes(Change.keep())
                .contact(ALEX)
                .live(true);
        return List.of(
                Contract.of("invoices.create", client -> client.invoices().create(draft))
                        .sends(
                                "POST /invoices/",
                                "{" + HERE + ",\"name\":\"New Invoice\",\"businessDetails\":{\"name\":\"ABC\"},"
                                        + "\"currency\":\"USD\",\"items\":" + ITEMS_SENT
                                        + ",\"discount\":{\"value\":10,\"type\":\"percentage\"},\"contactDetails\":"
                                        + CONTACT_SENT + ",\"issueDate\":\"2023-01-01\","
                                        + "\"sentTo\":{\"email\":[\"x@example.org\"]},\"liveMode\":false,"
                                        + "\"dueDate\":\"2023-01-14\",\"title\":\"INVOICE\","
                                        + "\"automaticTaxesEnabled\":true}")
                        .answers(201, INVOICE)
                        .gives(Invoice.class, InvoiceContractTest::isTheInvoice),
                Contract.of(
                                "invoices.create",
                                client -> client.invoices().create(InvoiceDraft.of("N", ALEX, "USD", ITEMS, DAY)))
                        .sends(
                                "POST /invoices/",
                                "{" + HERE + ",\"name\":\"N\",\"businessDetails\":{},\"currency\":\"USD\",\"items\":"
                                        + ITEMS_SENT + ",\"discount\":{\"value\":0,\"type\":\"fixed\"},"
                                        + "\"contactDetails\":" + CONTACT_SENT + ",\"issueDate\":\"2023-01-01\","
                                        + "\"sentTo\":{\"email\":[\"alex@example.org\"]},\"liveMode\":true}")
                        .answers(200, INVOICE),
                Contract.of("invoices.update", client -> client.invoices().update("i1", update))
                        .sends(
                                "PUT /invoices/i1",
                                "{" + HERE + ",\"name\":\"New Invoice\",\"currency\":\"USD\",\"invoiceItems\":"
                                        + ITEMS_SENT + ",\"issueDate\":\"2023-01-01\",\"dueDate\":\"2023-01-14\","
                                        + "\"title\":\"BILL\",\"description\":null,\"contactId\":\"c1\","
                                        + "\"contactDetails\":" + CONTACT_SENT + ",\"liveMode\":true}")
                        .answers(200, INVOICE)
                        .gives(Invoice.class, InvoiceContractTest::isTheInvoice),
                Contract.of(
                                "invoices.send",
                                client -> client.invoices()
                                        .send(
                                                "i1",
                                                InvoiceSending.byEmailAndSms("s1")
                                                        .test()
                                                        .from("Alex", "alex@example.org")))
                        .sends(
                                "POST /invoices/i1/send",
                                "{" + HERE + ",\"userId\":\"s1\",\"action\":\"sms_and_email\",\"liveMode\":false,"
                                        + "\"sentFrom\":{\"fromName\":\"Alex\",\"fromEmail\":\"alex@example.org\"}}")
                        .answers(200, "{\"invoice\":" + INVOICE + ",\"smsData\":{},\"emailData\":{\"id\":\"e1\"}}")
                        .gives(SentInvoice.class, sent -> {
                            isTheInvoice(sent.invoice());
                            assertThat(sent.extra()).containsEntry("emailData", Map.of("id", "e1"));
                        }),
                sent("email", InvoiceSending.byEmail("s1")),
                sent("sms", InvoiceSending.bySms("s1")),
                sent("send_manually", InvoiceSending.manually("s1")),
                Contract.of("invoices.void", client -> client.invoices().makeVoid("i1"))
                        .sends("POST /invoices/i1/void", "{" + HERE + "}")
                        .answers(200, INVOICE)
                        .gives(Invoice.class, InvoiceContractTest::isTheInvoice));
    }

    private static Contract sent(String action, InvoiceSending sending) {
        return Contract.of("invoices.send", client -> client.invoices().send("i1", sending))
                .sends(
                        "POST /invoices/i1/send",
                        "{" + HERE + ",\"userId\":\"s1\",\"action\":\"" + action + "\",\"liveMode\":true}")
                .answers(200, "{\"invoice\":" + INVOICE + "}");
    }

    private static List<Contract> payments() {
        return List.of(
                paid(
                        "\"mode\":\"card\",\"notes\":\"ext-1\",\"card\":{\"brand\":\"visa\",\"last4\":\"1234\"},"
                                + "\"amount\":50.00,\"fulfilledAt\":\"2025-03-19T05:03:00.000Z\","
                                + "\"paymentScheduleIds\":[\"ps1\"],\"meta\":{\"k\":\"v\"}",
                        InvoicePayment.card("visa", "1234", "ext-1")
                                .amount(new BigDecimal("50.00"))
                                .fulfilledAt(Instant.parse("2025-03-19T05:03:00Z"))
                                .schedules(List.of("ps1"))
                                .meta(Map.of("k", "v"))),
                paid(
                        "\"mode\":\"cheque\",\"notes\":\"n\",\"cheque\":{\"number\":\"129\"}",
                        InvoicePayment.cheque("129", "n")),
                paid("\"mode\":\"cash\",\"notes\":\"n\"", InvoicePayment.cash("n")),
                paid("\"mode\":\"bank_transfer\",\"notes\":\"\"", InvoicePayment.bankTransfer("")),
                paid(
                        "\"mode\":\"other\",\"notes\":\"n\",\"cheque\":{\"number\":\"\"}",
                        InvoicePayment.other("n").extra("cheque", Map.of("number", ""))));
    }

    private static Contract paid(String fields, InvoicePayment payment) {
        return Contract.of("invoices.recordPayment", client -> client.invoices().recordPayment("i1", payment))
                .sends("POST /invoices/i1/record-payment", "{" + HERE + "," + fields + "}")
                .answers(200, "{\"success\":true,\"invoice\":" + INVOICE + "}")
                .gives(Invoice.class, InvoiceContractTest::isTheInvoice);
    }

    private static void isTheInvoice(Invoice invoice) {
        assertThat(invoice.id()).isEqualTo("i1");
        assertThat(invoice.status()).contains(InvoiceStatus.PARTIALLY_PAID);
        assertThat(invoice.number()).contains("19");
        assertThat(invoice.name()).contains("New Invoice");
        assertThat(invoice.title()).contains("INVOICE");
        assertThat(invoice.liveMode()).contains(false);
        assertThat(invoice.contact()).hasValueSatisfying(contact -> {
            assertThat(contact.id()).contains("c1");
            assertThat(contact.email()).contains("alex@example.org");
            assertThat(contact.phone()).contains("+1234567890");
            assertThat(contact.extra()).containsEntry("companyName", "ABC");
        });
        assertThat(invoice.items()).singleElement().satisfies(item -> {
            assertThat(item.name()).contains("Dues");
            assertThat(item.amount()).contains(new BigDecimal("99.90"));
            assertThat(item.quantity()).contains(BigDecimal.valueOf(2));
            assertThat(item.extra()).containsKey("taxes");
        });
        assertThat(invoice.currency()).contains("USD");
        assertThat(invoice.total()).contains(new BigDecimal("199.80"));
        assertThat(invoice.paid()).contains(new BigDecimal("50"));
        assertThat(invoice.due()).contains(new BigDecimal("149.80"));
        assertThat(invoice.issueDate()).contains("2023-01-01");
        assertThat(invoice.dueDate()).contains("2023-01-14");
        assertThat(invoice.extra()).containsEntry("news", 1).containsKey("totalSummary");
        assertThat(invoice.toString()).contains("i1").doesNotContain("Alex", "alex@");
    }
}
