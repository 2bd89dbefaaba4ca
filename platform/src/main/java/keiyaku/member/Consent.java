package keiyaku.member;

import java.time.Instant;

/** One document, agreed to or declined, when and from which address (M-2). */
public record Consent(String document, String version, boolean agreed, Instant at, String address) {

    /** Marketing is consented to by channel, apart from the terms, and may be declined. */
    public static final String MARKETING_MAIL = "marketing-mail";

    public static final String MARKETING_SMS = "marketing-sms";
}
