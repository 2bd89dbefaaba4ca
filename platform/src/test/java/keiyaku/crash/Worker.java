package keiyaku.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A process of ./keiyaku work, to be killed. */
final class Worker implements AutoCloseable {

    private static final String WORKING = "Working.";

    private final Process process;
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    private volatile boolean working;

    Worker(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                working |= line.startsWith(WORKING);
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean isWorking() {
        if (!process.isAlive()) {
            throw new IllegalStateException("a worker ended by itself:\n" + said());
        }
        return working;
    }

    String said() {
        return String.join("\n", said);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
