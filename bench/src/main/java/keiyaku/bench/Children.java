package keiyaku.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Processes that a measurement has started. */
public final class Children {

    private static final int PATIENCE_SECONDS = 30;

    private Children() {}

    /** For one that ends with its input. */
    public static void close(Process process) throws IOException {
        process.getOutputStream().close();
        awaitEnd(process);
    }

    /** Waits until one that was told to end has done so; kills it when it does not. */
    static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
