package keiyaku.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox as a child process. It ends by itself when its standard input closes, which the
 * operating system does when this process is gone, in whatever way.
 */
record SandboxProcess(Process process, Map<String, Object> settings) {

    /** Ports of its own choice with a data folder; fixed ones are its defaults. */
    static SandboxProcess start(Path data) throws IOException {
        return start(List.of("--data", data.toString()));
    }

    /** All at free ports, nothing kept. */
    static SandboxProcess startThrowAway() throws IOException {
        return start(
                List.of(
                        "--acquirer-port",
                        "0",
                        "--issuer-port",
                        "0",
                        "--inbox-port",
                        "0",
                        "--smtp-port",
                        "0",
                        "--product-port",
                        "0"));
    }

    private static SandboxProcess start(List<String> arguments) throws IOException {
        var jar = System.getProperty("keiyaku.sandbox.jar", "");
        if (jar.isEmpty()) {
            throw new UsageException("The sandbox is not built; use ./keiyaku, which builds it.");
        }
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-jar", jar, "--exit-with-stdin"));
        command.addAll(arguments);
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var ready = lines.readLine();
        if (ready == null) {
            throw new UsageException("The sandbox did not start; its reason stands above.");
        }
        return new SandboxProcess(process, settings(ready));
    }

    private static Map<String, Object> settings(String ready) {
        var said = JsonMapper.shared().readTree(ready);
        return Map.of(
                "keiyaku.sandbox", true,
                "keiyaku.outside.acquirer-url", said.get("acquirer").asString(),
                "keiyaku.outside.issuer-url", said.get("issuer").asString(),
                "keiyaku.outside.inbox-url", said.get("inbox").asString(),
                "keiyaku.outside.product-url", said.get("product").asString(),
                "spring.mail.host", said.get("smtpHost").asString(),
                "spring.mail.port", said.get("smtpPort").asInt());
    }
}
