package keiyaku.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the measurements still work; what they measure is no matter of a test. */
class BenchTest {

    @Test
    void renewalOfAFew() {
        var answer =
                json(
                        "renewal",
                        "--contracts",
                        "300",
                        "--warm-up",
                        "100",
                        "--workers",
                        "2",
                        "--collect",
                        "--latency",
                        "5",
                        "--verify");
        assertThat(answer.get("contracts").asInt()).isEqualTo(300);
        assertThat(answer.get("workers").asInt()).isEqualTo(2);
        assertThat(answer.get("rowsPerContract").asDouble()).isBetween(9.0, 12.0);
        for (var figure :
                new String[] {
                    "contractsPerSecond",
                    "limitPerSecond",
                    "ratio",
                    "cpuMillisPerContract",
                    "peakMemoryMb",
                    "collectedPerSecond",
                    "collectionRatio",
                    "acquirerAlonePerSecond",
                    "verifyLedgerPerSecond"
                }) {
            assertThat(answer.get(figure).asDouble()).as(figure).isPositive();
        }
    }

    @Test
    void requestsOfTheApi() {
        var answer = json("api", "--requests", "40", "--clients", "1,2");
        assertThat(answer.get("clients")).hasSize(2);
        for (var figure :
                new String[] {
                    "contractStart1PerSecond",
                    "contractStart2P99Millis",
                    "contractStart2SqlPerSecond",
                    "invoiceRead2CpuMillis",
                    "invoiceRead1SqlPerSecond",
                    "accountOpened1PerSecond"
                }) {
            assertThat(answer.get(figure).asDouble()).as(figure).isPositive();
        }
    }

    @Test
    void usageOfAFew() {
        var answer = json("usage", "--events", "2000", "--batch", "100", "--warm-up", "500");
        assertThat(answer.get("events").asInt()).isEqualTo(2_000);
        assertThat(answer.get("sentAgain").asInt()).isEqualTo(100);
        for (var figure :
                new String[] {
                    "eventsPerSecond", "limitPerSecond", "cpuMicrosPerEvent", "pageMillis"
                }) {
            assertThat(answer.get(figure).asDouble()).as(figure).isPositive();
        }
    }

    @Test
    void aWrongOptionIsNamed() {
        var errors = new StringWriter();
        var line = new CommandLine(new Bench()).setErr(new PrintWriter(errors));
        assertThat(line.execute("renewal", "--contracts", "many")).isEqualTo(2);
        assertThat(errors.toString()).contains("--contracts").contains("many");
    }

    private static JsonNode json(String... arguments) {
        var all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--json";
        var out = new StringWriter();
        var line = new CommandLine(new Bench()).setOut(new PrintWriter(out));
        assertThat(line.execute(all)).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }
}
