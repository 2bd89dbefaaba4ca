package keiyaku.bench.renewal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.bench.Children;

/** A {@link RunWorker} as the bench sees it. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    /** What one worker took: pieces, CPU milliseconds, the most memory in MB. */
    record Result(long done, long parked, long cpuMillis, double peakMegabytes) {}

    private WorkerProcess(Process process) {
        this.process = process;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it with the flags that the launcher has for a worker. */
    static WorkerProcess start(Instant now, int atOnce, Map<String, String> settings)
            throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-Xms48m",
                                "-Xmx512m",
                                "-Xmn320m",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED"));
        var more = System.getProperty("keiyaku.bench.worker-flags", "");
        if (!more.isBlank()) {
            command.addAll(List.of(more.split(" ")));
        }
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunWorker.class.getName(),
                        now.toString(),
                        Integer.toString(atOnce)));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        return new WorkerProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    void awaitReady() throws IOException {
        await(RunWorker.READY);
    }

    void begin(Instant now, String work) throws IOException {
        var line = now + " " + work + "\n";
        process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    Result result() throws IOException {
        var words = await("done").split(" ");
        return new Result(
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Double.parseDouble(words[4]));
    }

    private String await(String wanted) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(wanted)) {
                return line;
            }
        }
        throw new IOException("a worker ended before it was " + wanted);
    }

    @Override
    public void close() throws IOException {
        Children.close(process);
    }
}
