package keiyaku.member;

import java.time.Instant;
import java.util.UUID;
import keiyaku.member.MemberRefusal.CodeExpired;
import keiyaku.member.MemberRefusal.CodeWrong;
import keiyaku.member.MemberRefusal.TooManyTries;

/**
 * A code that was sent and is waited for (M-9, M-10). It is hashed with its target, so that it
 * proves that address and no other.
 */
record OneTimeCode(String target, String hash, int triesLeft, Instant expiresAt, UUID message) {

    static final int TRIES = 5;

    static String hash(String target, String code) {
        return Secrets.hash(target, code);
    }

    /** What an answer leads to. */
    sealed interface Answer {
        record Right() implements Answer {}

        record Wrong(int triesLeft, MemberRefusal why) implements Answer {}
    }

    Answer answer(String typed, Instant now) {
        if (triesLeft == 0) {
            return new Answer.Wrong(0, new TooManyTries());
        }
        if (!now.isBefore(expiresAt)) {
            return new Answer.Wrong(triesLeft, new CodeExpired());
        }
        if (Secrets.same(hash, hash(target, typed))) {
            return new Answer.Right();
        }
        int left = triesLeft - 1;
        return new Answer.Wrong(left, left == 0 ? new TooManyTries() : new CodeWrong(left));
    }

    @Override
    public String toString() {
        return "code until " + expiresAt;
    }
}
