package dev.membersync.accelevents.id;

/**
 * The text in the printed code of an issued ticket. Whoever has it can be admitted with it, so it is not printed; the wire calls it {@code barcode} or {@code barcodeId} (DOC).
 *
 * @param value the text, not blank
 */
public record Barcode(String value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for a blank text. */
    public Barcode {
        Check.text("a barcode", value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
