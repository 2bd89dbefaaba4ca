package sandbox.acquirer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;

/** The idempotency keys: which request came under each, and what it was answered. */
final class Claims {
    /** Without an answer the request is still under way. */
    record Claim(long print, @Nullable Payment answer) {}

    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    /**
     * Null when the key is new and now claimed by the caller; otherwise the answer given before.
     * Throws a 422 problem when the key came with another request, a 409 one while it is under way.
     */
    @Nullable Payment begin(String key, long print) {
        Claim earlier = claims.putIfAbsent(key, new Claim(print, null));
        if (earlier == null) {
            return null;
        }
        if (earlier.print() != print) {
            throw Problem.of(
                    422, "key-reused", "This Idempotency-Key came with another request before.");
        }
        return answered(earlier);
    }

    void finish(String key, long print, Payment answer) {
        claims.put(key, new Claim(print, answer));
    }

    /** Forgets a key whose request had no effect, so that it may be tried again. */
    void release(String key) {
        claims.computeIfPresent(key, (k, claim) -> claim.answer() == null ? null : claim);
    }

    /** The answer given under a key; a 404 problem when it never came. */
    Payment find(String key) {
        Claim claim = claims.get(key);
        if (claim == null) {
            throw Problem.of(404, "unknown-key", "Nothing came under this Idempotency-Key.");
        }
        return answered(claim);
    }

    private static Payment answered(Claim claim) {
        if (claim.answer() == null) {
            throw Problem.of(409, "in-progress", "The request under this key is under way.");
        }
        return claim.answer();
    }

    /** 64 bits of a request, by its values and not by how its JSON was written. */
    static long print(String request) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(request.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
