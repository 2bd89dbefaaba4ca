package keiyaku.bench.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import keiyaku.bench.ProcessFigures;
import keiyaku.database.DatabaseAccess;

/** An {@link ApiServer} as the bench sees it. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final URI base;

    private ServerProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    static ServerProcess start(DatabaseAccess access) throws IOException {
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
                                ApiServer.class.getName()));
        command.addAll(
                List.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--keiyaku.run.workers=0",
                        "--logging.threshold.console=error",
                        "--spring.flyway.enabled=false",
                        "--KEIYAKU_DB_URL=" + access.url(),
                        "--KEIYAKU_DB_USER=" + access.applicationUser(),
                        "--KEIYAKU_DB_PASSWORD=" + access.applicationPassword()));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = lines.readLine();
        while (line != null && !line.startsWith(ApiServer.READY)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the server ended before it was ready");
        }
        var port = line.substring(ApiServer.READY.length());
        return new ServerProcess(process, URI.create("http://127.0.0.1:" + port));
    }

    URI base() {
        return base;
    }

    double cpuMillis() {
        return ProcessFigures.millis(process.pid());
    }

    double peakMegabytes() {
        return ProcessFigures.peakMegabytes(process.pid());
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
