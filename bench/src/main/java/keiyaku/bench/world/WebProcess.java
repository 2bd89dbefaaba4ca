package keiyaku.bench.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.bench.Children;
import keiyaku.bench.ProcessFigures;

/** A {@link WebServer} as the bench sees it. */
public final class WebProcess implements AutoCloseable {

    private final Process process;
    private final String address;

    private WebProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it with the flags of the launcher but both compilers, as docs/operations.md has it for
     * processes that live long, and waits until it listens.
     */
    public static WebProcess start(Map<String, String> settings) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-Xms48m",
                                "-Xmx512m",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WebServer.class.getName()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(WebServer.READY)) {
                var port = line.substring(WebServer.READY.length());
                drain(lines);
                return new WebProcess(process, "http://127.0.0.1:" + port);
            }
        }
        throw new IOException("the server ended before it was ready");
    }

    /** What it says after that is not of interest, but must not fill the pipe. */
    private static void drain(BufferedReader lines) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (lines.readLine() != null) {
                                    Thread.onSpinWait();
                                }
                            } catch (IOException e) {
                                Thread.currentThread().interrupt(); // the process has ended
                            }
                        });
    }

    public String address() {
        return address;
    }

    public long cpuMillis() {
        return ProcessFigures.millis(process.pid());
    }

    public double peakMegabytes() {
        return ProcessFigures.peakMegabytes(process.pid());
    }

    @Override
    public void close() throws IOException {
        Children.close(process);
    }
}
