package sandbox.acquirer;

import org.jspecify.annotations.Nullable;
import sandbox.threeds.Message;

/**
 * What a merchant does with the result of an authentication. Only Y and A let a card through; R and
 * N stop it; U stops it unless the merchant takes cards that have no 3-D Secure.
 */
record ThreeDSRule(SessionStatus status, @Nullable String failureCode) {
    private static final String NOT_ENROLLED = "13";
    private static final String TIMED_OUT = "14";
    private static final String BY_CARDHOLDER = "01";

    static ThreeDSRule of(Message result, boolean required) {
        String transStatus = String.valueOf(result.get("transStatus"));
        return switch (transStatus) {
            case "Y", "A" -> new ThreeDSRule(SessionStatus.COMPLETED, null);
            case "C" -> new ThreeDSRule(SessionStatus.CHALLENGE, null);
            case "R" -> failed("three-ds-rejected");
            case "N" -> notAuthenticated(result);
            default -> notPerformed(result, required);
        };
    }

    static boolean enrolled(Message result) {
        return !NOT_ENROLLED.equals(result.get("transStatusReason"));
    }

    private static ThreeDSRule notAuthenticated(Message result) {
        if (BY_CARDHOLDER.equals(result.get("challengeCancel"))) {
            return new ThreeDSRule(SessionStatus.ABANDONED, "three-ds-cancelled");
        }
        if (TIMED_OUT.equals(result.get("transStatusReason"))) {
            return failed("three-ds-timeout");
        }
        return failed("three-ds-failed");
    }

    private static ThreeDSRule notPerformed(Message result, boolean required) {
        if (enrolled(result)) {
            return failed("three-ds-unavailable");
        }
        return required
                ? failed("three-ds-not-enrolled")
                : new ThreeDSRule(SessionStatus.COMPLETED, null);
    }

    private static ThreeDSRule failed(String code) {
        return new ThreeDSRule(SessionStatus.FAILED, code);
    }
}
