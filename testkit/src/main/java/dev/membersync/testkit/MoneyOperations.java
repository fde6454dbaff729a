package dev.membersync.testkit;

import java.util.List;

/**
 * The table of what can be asked about money and courses. Source: reference notes 1.5, 2.5, 2.6, 2.7 (SPEC and LIVE). Coupons: highlevel-api-docs
 * apps/payments.json (SPEC), in the form of version 2.
 */
final class MoneyOperations {
    private static final String ENTITY = "altId* altType* locationId";

    private static final String LISTED = "paymentMode startAt endAt search contactId limit# offset#";

    private static final String INVOICE = """
            altId* altType* name* currency* issueDate* businessDetails{ discount{ contactDetails{ liveMode? termsNotes title invoiceNumber dueDate
            automaticTaxesEnabled? paymentSchedule{ lateFeesConfiguration{ tipsConfiguration{ invoiceNumberPrefix paymentMethods{ attachments[ miscellaneousCharges{""".replace("\n", " ");

    private static final String PRICE = """
            locationId* name* type* currency* amount*# recurring{ description membershipOffers[ trialPeriod# totalCycles# setupFee# variantOptionIds[ userId
            compareAtPrice# meta{ trackInventory? availableQuantity# allowOutOfStockPurchases? sku shippingOptions{ isDigitalProduct? digitalDelivery[""".replace("\n", " ");

    private static final String COUPON =
            "name* code* discountType* discountValue*# startDate* endDate usageLimit# productIds[ applyToFuturePayments? applyToFuturePaymentsConfig{ limitPerCustomer?";

    static final List<Rule> TABLE = Rule.table("""
            orders.list GET /payments/orders LIST payments/orders.readonly location | altId* altType locationId status paymentStatus funnelProductIds sourceId LISTED
            orders.get GET /payments/orders/{id} READ payments/orders.readonly location | altId* altType locationId
            orders.recordPayment POST /payments/orders/{id}/record-payment WRITE payments/orders.collectPayment location | | altId* altType* mode* card{ cheque{ notes amount# meta{ isPartialPayment?
            orders.fulfill POST /payments/orders/{id}/fulfillments WRITE payments/orders.write location | | altId* altType* trackings*[ items*[ notifyCustomer*?
            orders.fulfillments GET /payments/orders/{id}/fulfillments READ payments/orders.readonly location | altId* altType*
            orders.notes GET /payments/orders/{id}/notes READ - location | altId* altType*
            transactions.list GET /payments/transactions LIST payments/transactions.readonly location | ENTITY entitySourceType entitySourceSubType subscriptionId entityId LISTED
            transactions.get GET /payments/transactions/{id} READ payments/transactions.readonly location | ENTITY
            subscriptions.list GET /payments/subscriptions LIST payments/subscriptions.readonly location | ENTITY entityId entitySourceType id getPaymentsCollectedCount LISTED
            subscriptions.get GET /payments/subscriptions/{id} READ payments/subscriptions.readonly location | ENTITY
            coupons.list GET /payments/coupon/list LIST payments/coupons.readonly location | altId* altType* status search limit# offset#
            coupons.get GET /payments/coupon READ payments/coupons.readonly location | altId* altType* id* code*
            coupons.create POST /payments/coupon WRITE payments/coupons.write location | | altId* altType* COUPON
            coupons.update PUT /payments/coupon WRITE payments/coupons.write location | | altId* altType* id* COUPON
            coupons.delete DELETE /payments/coupon WRITE payments/coupons.write location | | altId* altType* id*
            invoices.number GET /invoices/generate-invoice-number READ invoices.readonly both | altId* altType*
            invoices.list GET /invoices/ LIST invoices.readonly both | altId* altType* limit* offset* status startAt endAt search paymentMode contactId sortField sortOrder
            invoices.create POST /invoices/ WRITE invoices.write both | | INVOICE items*[ sentTo*{
            invoices.get GET /invoices/{id} READ invoices.readonly both | altId* altType*
            invoices.update PUT /invoices/{id} WRITE invoices.write both | | INVOICE invoiceItems*[ description contactId xeroDetails{
            invoices.send POST /invoices/{id}/send WRITE invoices.write both | | altId* altType* userId* action* liveMode*? sentFrom{ autoPayment{
            invoices.void POST /invoices/{id}/void WRITE invoices.write both | | altId* altType*
            invoices.recordPayment POST /invoices/{id}/record-payment WRITE invoices.write both | | altId* altType* mode* card{ cheque{ notes amount# meta{ paymentScheduleIds[ fulfilledAt
            prices.list GET /products/{product}/price LIST products/prices.readonly both | locationId* limit# offset# ids
            prices.create POST /products/{product}/price WRITE products/prices.write both | | PRICE
            prices.get GET /products/{product}/price/{id} READ products/prices.readonly both | locationId
            prices.update PUT /products/{product}/price/{id} WRITE products/prices.write both | | PRICE
            courses.import POST /courses/courses-exporter/public/import WRITE courses.write location | | locationId* userId products*[
            """.replace("ENTITY", ENTITY)
            .replace("LISTED", LISTED)
            .replace("INVOICE", INVOICE)
            .replace("PRICE", PRICE)
            .replace("COUPON", COUPON));

    private MoneyOperations() {}
}
