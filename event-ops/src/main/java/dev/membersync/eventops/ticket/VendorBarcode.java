package dev.membersync.eventops.ticket;

import java.util.Optional;

/**
 * The vendor's own code of a ticket, carried byte for byte: its scanner app reads it, we only draw it and look it up.
 * Whoever learns it can enter, so it is printed nowhere else.
 *
 * @param value 1 to 64 printable ASCII characters without blanks, so that no scanner's habits change it
 */
public record VendorBarcode(String value) {
    /** The longest barcode; shorter than any ticket of ours. */
    public static final int MAX_LENGTH = 64;

    public VendorBarcode {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    "a vendor's barcode has 1 to " + MAX_LENGTH
                            + " printable ASCII characters, no blank, and does not begin like a ticket of ours or an ECI marker");
        }
    }

    /** What was scanned, when it can be a barcode. */
    static Optional<VendorBarcode> of(String clean) {
        return fits(clean) ? Optional.of(new VendorBarcode(clean)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "VendorBarcode[***]";
    }

    private static boolean fits(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(c -> c > 0x20 && c < 0x7f)
                && ScannedText.clean(text).equals(text)
                && !TicketText.claimed(ScannedText.fold(text));
    }
}
