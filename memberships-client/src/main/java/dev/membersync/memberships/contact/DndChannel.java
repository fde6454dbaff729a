package dev.membersync.memberships.contact;

import dev.membersync.memberships.profile.Spelling;

/** A channel that a contact may not want to be written to on; the generations spell it differently (SPEC, 2.2). */
public enum DndChannel {
    /** Phone calls. */
    CALL("Call", "call"),
    /** E-mail. */
    EMAIL("Email", "email"),
    /** Text messages. */
    SMS("SMS", "sms"),
    /** WhatsApp. */
    WHATSAPP("WhatsApp", "whatsApp"),
    /** Google's messages for businesses. */
    GMB("GMB", "gmb"),
    /** Facebook. */
    FB("FB", "fb");

    private final String v2;
    private final String v3;

    DndChannel(String v2, String v3) {
        this.v2 = v2;
        this.v3 = v3;
    }

    /** The name on the wire. */
    public String wireName(Spelling spelling) {
        return spelling.of(v2, v3);
    }
}
