package keiyaku.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's process, kept alive: when it ends without being told to (killed for want of memory,
 * say) it is started again, recovers by itself, and the pool reconnects.
 */
final class PostgresServer {

    /**
     * Ends shortly after one another; the first tries after a kill find its children still there.
     */
    private static final int QUICK_ENDS = 40;

    private static final Duration QUICK = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final ProcessBuilder builder;
    private final CompletableFuture<Process> started = new CompletableFuture<>();
    private volatile @Nullable Process process;
    private volatile boolean kept;

    private PostgresServer(ProcessBuilder builder) {
        this.builder = builder;
    }

    static PostgresServer start(ProcessBuilder builder) throws IOException, InterruptedException {
        var server = new PostgresServer(builder);
        // The death signal is tied to the thread that forked: this one lives as long as the JVM.
        Thread.ofPlatform().daemon().name("postgres-parent").start(server::look);
        try {
            server.started.get();
            return server;
        } catch (ExecutionException e) {
            throw new IOException("PostgreSQL could not be started", e.getCause());
        }
    }

    boolean isAlive() {
        var running = process;
        return running != null && running.isAlive();
    }

    long pid() {
        var running = process;
        return running == null ? -1 : running.pid();
    }

    /** From now on, that is once it has answered, it is started again when it ends. */
    void keep() {
        kept = true;
    }

    /** A fast shutdown: open transactions are rolled back, what is committed is on disk. */
    void stop() {
        kept = false;
        var running = process;
        if (running == null) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor();
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (IOException e) {
            running.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.destroy();
        }
    }

    private void look() {
        int quickEnds = 0;
        do {
            long begun = System.nanoTime();
            int exit = runOnce();
            quickEnds = System.nanoTime() - begun < QUICK.toNanos() ? quickEnds + 1 : 0;
            if (kept && quickEnds < QUICK_ENDS) {
                LOG.error("PostgreSQL ended by itself (exit code {}): started again", exit);
                pause();
            }
        } while (kept && quickEnds < QUICK_ENDS);
        if (kept) {
            LOG.error("PostgreSQL does not stay up; its words are in the data folder");
        }
    }

    private int runOnce() {
        try {
            var running = builder.start();
            running.getOutputStream().close();
            process = running;
            started.complete(running);
            return running.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kept = false;
            return -1;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
