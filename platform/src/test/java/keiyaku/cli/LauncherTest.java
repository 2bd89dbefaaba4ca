package keiyaku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import keiyaku.Application;
import keiyaku.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in the repository's root. */
class LauncherTest {

    private static final Path LAUNCHER = Sources.root().resolve("keiyaku");

    @Test
    void listsEveryVerbFromAnywhereAndThroughALink(@TempDir Path elsewhere) throws Exception {
        var link = Files.createSymbolicLink(elsewhere.resolve("k"), LAUNCHER);
        var process = new ProcessBuilder(link.toString()).directory(elsewhere.toFile()).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        var visible =
                CommandLine.line(Application.class).getSubcommands().entrySet().stream()
                        .filter(verb -> !verb.getValue().getCommandSpec().usageMessage().hidden())
                        .collect(Collectors.toMap(v -> v.getKey(), v -> v.getValue()));
        visible.remove("help");
        assertThat(said).contains("./keiyaku test", "./keiyaku bench");
        assertThat(visible.keySet())
                .allSatisfy(verb -> assertThat(said).contains("./keiyaku " + verb + " "));
    }

    @Test
    void isAScriptThatBashCanRead() throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-n", LAUNCHER.toString()).start();
        assertThat(process.waitFor()).isZero();
    }
}
