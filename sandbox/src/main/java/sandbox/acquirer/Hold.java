package sandbox.acquirer;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sandbox.shared.Web;

/** Requests that get no answer: each is held for a while, then its connection closes. */
final class Hold {
    private final Duration longest;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Hold(Duration longest) {
        this.longest = longest;
    }

    void hold(Context ctx) {
        try {
            boolean stopped = stopping.await(longest.toMillis(), TimeUnit.MILLISECONDS);
            ctx.attribute("stopped", stopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Web.hangUp(ctx);
    }

    void release() {
        stopping.countDown();
    }
}
