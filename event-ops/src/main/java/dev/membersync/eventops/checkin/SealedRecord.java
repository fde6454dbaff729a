package dev.membersync.eventops.checkin;

import dev.membersync.sync.payment.Money;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A holding that only the code of its ticket opens: AES-256-GCM under a key that HKDF makes of the code's text, with the
 * snapshot's id as salt. Key and nonce are used once, since each snapshot has another id. Big-endian: generation 2, flags 1
 * (cancelled 1, approved 2, due 4, disputed 8), currency 3 (zeros for none), minor units 8.
 */
final class SealedRecord {
    /** The length of a record, its 16-byte tag included. */
    static final int LENGTH = 14 + 16;

    private static final byte[] PURPOSE = "membersync snapshot record".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int CANCELED = 1;
    private static final int APPROVED = 2;
    private static final int DUE = 4;
    private static final int DISPUTED = 8;
    private static final int CURRENCY = 3;

    private SealedRecord() {}

    static byte[] seal(Holding holding, String text, byte[] snapshotId) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, text, snapshotId).doFinal(bytes(holding));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a record was not sealed", e);
        }
    }

    /** The holding; empty when another code sealed it. */
    static Optional<Holding> open(byte[] sealed, String text, byte[] snapshotId) {
        try {
            return Optional.of(
                    holding(cipher(Cipher.DECRYPT_MODE, text, snapshotId).doFinal(sealed)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a record was not opened", e);
        }
    }

    private static Cipher cipher(int mode, String text, byte[] snapshotId) throws GeneralSecurityException {
        byte[] derived = Hkdf.derive(text.getBytes(StandardCharsets.US_ASCII), snapshotId, PURPOSE, KEY + NONCE);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(derived, 0, KEY, "AES"), new GCMParameterSpec(TAG_BITS, derived, KEY, NONCE));
        return cipher;
    }

    private static byte[] bytes(Holding holding) {
        byte[] currency = holding.due()
                .map(due -> due.currency().getCurrencyCode().getBytes(StandardCharsets.US_ASCII))
                .orElse(new byte[CURRENCY]);
        return ByteBuffer.allocate(LENGTH - TAG_BITS / Byte.SIZE)
                .putShort((short) holding.generation())
                .put(flags(holding))
                .put(currency)
                .putLong(holding.due().map(Money::minor).orElse(0L))
                .array();
    }

    private static byte flags(Holding holding) {
        int payment = switch (holding.payment()) {
            case SETTLED -> 0;
            case DUE -> DUE;
            case DISPUTED -> DISPUTED;
        };
        return (byte) (payment | (holding.isCanceled() ? CANCELED : 0) | (holding.isApproved() ? APPROVED : 0));
    }

    private static Holding.PaymentStanding payment(int flags) {
        if ((flags & DISPUTED) != 0) {
            return Holding.PaymentStanding.DISPUTED;
        }
        return (flags & DUE) != 0 ? Holding.PaymentStanding.DUE : Holding.PaymentStanding.SETTLED;
    }

    private static Holding holding(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int generation = Short.toUnsignedInt(in.getShort());
        int flags = in.get();
        byte[] currency = new byte[CURRENCY];
        in.get(currency);
        long minor = in.getLong();
        Optional<Money> due = Arrays.equals(currency, new byte[CURRENCY])
                ? Optional.empty()
                : Optional.of(new Money(minor, Currency.getInstance(new String(currency, StandardCharsets.US_ASCII))));
        return new Holding(generation, (flags & CANCELED) != 0, payment(flags), due, (flags & APPROVED) != 0);
    }
}
