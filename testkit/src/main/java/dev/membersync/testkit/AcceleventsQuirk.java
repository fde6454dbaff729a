package dev.membersync.testkit;

/**
 * What two careful readers of the vendor's pages could expect differently. Each is off by default; {@link AcceleventsSwitches#turn} turns one, {@link
 * AcceleventsSwitches#strange} and {@link AcceleventsSwitches#stranger} turn those that a tolerant client needs no setting for, all at once.
 */
public enum AcceleventsQuirk {
    /** Ids are JSON texts everywhere; off: numbers, but for the payment answer. */
    IDS_AS_TEXTS,
    /** Lists carry neither {@code recordsTotal} nor {@code recordsFiltered}. */
    TOTALS_LEFT_OUT,
    /** Lists carry {@code totalElements}, the number of rows that the query chose; off: {@code recordsTotal} and {@code recordsFiltered}. Gives way to {@link #TOTALS_LEFT_OUT}. */
    TOTAL_ELEMENTS,
    /** Lists stand within {@code response}, their totals too; a bare array stays one. */
    LISTS_BELOW_RESPONSE,
    /** Rows of orders have {@code orderId} alone; off: {@code id} as well. */
    ORDERS_WITHOUT_ID,
    /** What was paid for a ticket is {@code paid} (OLD); off: {@code paidAmount}. */
    PAID_WITHOUT_AMOUNT,
    /** {@code purchaseDate} is ISO 8601; off: {@code MM/dd/yyyy HH:mm:ss}. */
    OTHER_PURCHASE_DATES,
    /** Kinds of fields are spelt small as in the vendor's example; off: the built-in ones alone, the others as in its prose, {@code TEXT}. */
    SMALL_FIELD_TYPES,
    /** {@code orderId} and {@code remainingSeconds} of a form stand within {@code ticketAttribute} (OLD); off: beside it. */
    HOLD_WITHIN_FORM,
    /** The payment of an order of one ticket answers an object; off: an array. */
    PAYMENT_ANSWERS_OBJECT,
    /** The order step answers the bare id; off: {@code {"orderId":n}}. */
    ORDER_ANSWERS_NUMBER,
    /** JSON is labelled {@code text/plain}. */
    TEXT_PLAIN,
    /** Acknowledgements are spelt {@code Type} and {@code Message}. */
    CAPITAL_ACKNOWLEDGEMENTS,
    /** Acknowledgements are a 200 without a body; those that hand something over, as the upload's, keep theirs. Wins over {@link #CAPITAL_ACKNOWLEDGEMENTS}. */
    EMPTY_ACKNOWLEDGEMENTS,
    /** {@code errorCode} is a JSON number; off: a text. */
    NUMERIC_ERROR_CODES,
    /** Refusals are spelt {@code code} and {@code message} (3RD); off: {@code errorCode}, {@code errorMessage} and {@code developerMessage}. */
    OTHER_ERROR_KEYS,
    /** A refusal with a vendor code has HTTP status 400; off: the first three digits of the code. */
    CODES_UNDER_400,
    /** A business refusal (406) is a 200 with {@code type: Fail}, the code and the message. Wins over {@link #CODES_UNDER_400}. */
    REFUSALS_UNDER_200,
    /** States read {@code Booked}, {@code Checked In}, {@code Canceled}, and orders {@code PARTIALLY_REFUNDED}; off: {@code BOOKED}, {@code CHECKED_IN}, {@code CANCELLED}, {@code Partially Refunded}. */
    OTHER_STATUS_WORDS,
    /** Barcodes of tickets issued from now on hold signs that mean something in a URL. */
    URL_SIGNS_IN_BARCODES,
    /** A discount code is named by its text in paths; off: by its id. */
    DISCOUNTS_BY_CODE,
    /** A refund with a quantity above zero also takes the ticket away, as in 2017; off: only {@code refundWithCancel} does. */
    REFUNDED_QUANTITY_CANCELS
}
