package keiyaku.member;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;

/** Why a member's command is refused; the codes are the API's. */
public sealed interface MemberRefusal extends Refusal {

    /** The sign-up was not gone on with for 24 hours, or there never was one. */
    record SignUpExpired() implements MemberRefusal {
        @Override
        public String code() {
            return "sign-up-expired";
        }
    }

    /** A step was asked for before the ones before it were done. */
    record StepMissing() implements MemberRefusal {
        @Override
        public String code() {
            return "step-missing";
        }
    }

    record TermsNotAgreed() implements MemberRefusal {
        @Override
        public String code() {
            return "terms-not-agreed";
        }
    }

    record CodeWrong(int left) implements MemberRefusal {
        @Override
        public String code() {
            return "code-wrong";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("left", left);
        }
    }

    record CodeExpired() implements MemberRefusal {
        @Override
        public String code() {
            return "code-expired";
        }
    }

    /** The code's tries are used up; a new one helps. */
    record TooManyTries() implements MemberRefusal {
        @Override
        public String code() {
            return "too-many-tries";
        }
    }

    /** Too many mails or short messages within the hour. */
    record TooManyMessages(int minutes) implements MemberRefusal {
        static TooManyMessages until(Instant free, Instant now) {
            return new TooManyMessages(Waiting.minutes(now, free));
        }

        @Override
        public String code() {
            return "too-many-messages";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("minutes", minutes);
        }
    }

    /** Both finished a sign-up with one address; told only to who has proven that it is theirs. */
    record EmailTaken() implements MemberRefusal {
        @Override
        public String code() {
            return "email-taken";
        }
    }

    /** The same for an unknown ID and for a wrong password. */
    record LoginFailed() implements MemberRefusal {
        @Override
        public String code() {
            return "login-failed";
        }
    }

    record LoginWait(long seconds) implements MemberRefusal {
        static LoginWait until(Instant free, Instant now) {
            return new LoginWait(Math.max(1, Duration.between(now, free).toSeconds() + 1));
        }

        @Override
        public String code() {
            return "login-wait";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("seconds", seconds);
        }
    }

    /** The one-time address for a new password was used, is too old, or was never ours. */
    record ResetExpired() implements MemberRefusal {
        @Override
        public String code() {
            return "reset-expired";
        }
    }

    default RefusedException thrown() {
        return new RefusedException(this);
    }
}
