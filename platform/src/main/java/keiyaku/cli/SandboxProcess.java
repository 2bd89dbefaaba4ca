package keiyaku.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox as a child process. It ends by itself when its standard input closes, which the
 * operating system does when this process is gone, in whatever way.
 */
final class SandboxProcess {

    private final Process process;
    private final SandboxPorts ports;

    private SandboxProcess(Process process, SandboxPorts ports) {
        this.process = process;
        this.ports = ports;
    }

    /** Starts with a data folder on the usual ports, or on free ones where those are taken. */
    static SandboxProcess start(Path data) throws IOException {
        return start(SandboxPorts.usual(), List.of("--data", data.toString()));
    }

    /** All at free ports, nothing kept; waits until it is ready. */
    static SandboxProcess startThrowAway() throws IOException {
        var sandbox = start(SandboxPorts.free(), List.of());
        sandbox.awaitReady();
        return sandbox;
    }

    /** Where its programs are; known before it is ready. */
    Map<String, Object> settings() {
        return ports.settings();
    }

    Process process() {
        return process;
    }

    /** Waits until all its programs answer. */
    void awaitReady() throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var ready = lines.readLine();
        if (ready == null) {
            throw new NotPossibleException(
                    "The sandbox did not start; its reason stands above.", null);
        }
        JsonNode said = JsonMapper.shared().readTree(ready);
        if (!ports.settings().containsValue(said.get("acquirer").asString())) {
            throw new IllegalStateException("the sandbox is somewhere else: " + ready);
        }
    }

    private static SandboxProcess start(SandboxPorts ports, List<String> arguments)
            throws IOException {
        var jar = System.getProperty("keiyaku.sandbox.jar", "");
        if (jar.isEmpty()) {
            throw new UsageException("The sandbox is not built; use ./keiyaku, which builds it.");
        }
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:+UseCompactObjectHeaders"));
        command.add("-XX:TieredStopAtLevel=1");
        var cache = Path.of(jar).resolveSibling("sandbox.aot");
        if (Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=off"));
        }
        command.addAll(List.of("-jar", jar, "--exit-with-stdin"));
        command.addAll(ports.arguments());
        command.addAll(arguments);
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new SandboxProcess(process, ports);
    }
}
