package keiyaku.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The process of {@link TimeTraveller} as the test sees it. */
final class Traveller implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private Traveller(Process process) {
        this.process = process;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Traveller boot(Instant target, Map<String, Object> settings) throws IOException {
        var command = new ArrayList<>(Child.java());
        command.addAll(List.of("keiyaku.crash.TimeTraveller", target.toString()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new Traveller(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until it is up, then lets it go. */
    void go() throws IOException {
        await(TimeTraveller.READY);
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    void awaitDone() throws IOException {
        await(TimeTraveller.DONE);
    }

    /** kill -9; whether it was still at work. */
    boolean kill() throws InterruptedException {
        boolean atWork = process.isAlive();
        process.destroyForcibly().waitFor();
        return atWork;
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private void await(String wanted) throws IOException {
        var said = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("it ended before saying '" + wanted + "':\n" + said);
    }
}
