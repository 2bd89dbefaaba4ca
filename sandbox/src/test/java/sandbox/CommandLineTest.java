package sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandbox.shared.Json;

class CommandLineTest {
    @Test
    void optionsAreRead() throws CommandLine.Wrong {
        var options =
                CommandLine.parse(
                        List.of(
                                "--acquirer-port",
                                "0",
                                "--smtp-port",
                                "2525",
                                "--timeout-hold",
                                "5",
                                "--acquirer-key",
                                "k",
                                "--exit-with-stdin"));
        assertThat(options.ports())
                .isEqualTo(Options.Ports.USUAL.with("acquirer", 0).with("smtp", 2525));
        assertThat(options.timeoutHold()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.keys().acquirer()).isEqualTo("k");
        assertThat(options.exitWithStdin()).isTrue();
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        wrong("--nonsense is not known", "--nonsense", "1");
        wrong("--inbox-port needs a value", "--inbox-port");
        wrong("70000 is not a number", "--inbox-port", "70000");
        wrong("--product-secret", "--product-secret", "short");
    }

    private static void wrong(String message, String... arguments) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(arguments)))
                .isInstanceOf(CommandLine.Wrong.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTakenPortIsSaidAndNothingStaysBehind() {
        try (var world = new World()) {
            var free = Options.Ports.FREE;
            var taken = Options.free().with(free.with("smtp", world.sandbox.smtpPort()));
            assertThatThrownBy(() -> Sandbox.start(taken))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("is taken");
            int port = world.sandbox.issuer().getPort();
            assertThatThrownBy(
                            () ->
                                    Sandbox.start(
                                            Options.free()
                                                    .with(Options.Ports.FREE.with("issuer", port))))
                    .hasMessageContaining("Port " + port + " for the issuer is taken");
        }
    }

    @Test
    void readinessIsOneLineOfJson() {
        try (var world = new World()) {
            String line = world.sandbox.readiness();
            assertThat(line).doesNotContain("\n");
            var json = Json.tree(line);
            assertThat(json.get("ready").asBoolean()).isTrue();
            assertThat(json.get("smtpPort").asInt()).isEqualTo(world.sandbox.smtpPort());
            assertThat(world.get(world.sandbox.product().resolve("/")).status()).isEqualTo(200);
        }
    }
}
