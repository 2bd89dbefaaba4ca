package keiyaku.member;

import java.time.Duration;

/** What a one-time code proves, and for how long it is valid. */
enum CodePurpose {
    SIGN_UP_MAIL("sign-up-mail", Duration.ofMinutes(30)),
    SIGN_UP_PHONE("sign-up-phone", Duration.ofMinutes(3)),
    NEW_EMAIL("new-email", Duration.ofMinutes(30)),
    NEW_PHONE("new-phone", Duration.ofMinutes(3));

    private final String code;
    private final Duration valid;

    CodePurpose(String code, Duration valid) {
        this.code = code;
        this.valid = valid;
    }

    String code() {
        return code;
    }

    Duration valid() {
        return valid;
    }
}
