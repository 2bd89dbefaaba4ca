package keiyaku.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import keiyaku.shared.InputFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-1: the table, cell by cell. */
class MethodTableTest {

    private static final MethodTable TABLE = MethodTableReader.read("");

    @ParameterizedTest
    @CsvSource({
        // residence, member, approved, has a card; card, direct debit, deposit; a wallet always
        "domestic, individual, false, false, yes, businesses-only, businesses-only",
        "domestic, individual, true,  true,  yes, businesses-only, businesses-only",
        "domestic, business,   false, false, yes, yes,             auto-debit-first",
        "domestic, business,   false, true,  yes, yes,             yes",
        "domestic, business,   true,  false, yes, yes,             auto-debit-first",
        "foreign,  individual, false, true,  yes, domestic-only,   businesses-only",
        "foreign,  individual, true,  true,  yes, domestic-only,   businesses-only",
        "foreign,  business,   false, true,  yes, domestic-only,   approval-needed",
        "foreign,  business,   true,  false, yes, domestic-only,   yes",
    })
    void whoMayRegisterWhat(
            String residence,
            String member,
            boolean approved,
            boolean card,
            String byCard,
            String byDebit,
            String byDeposit) {
        var who =
                new Registrant(
                        residence.equals("domestic"), member.equals("business"), approved, card);
        var said =
                TABLE.allowances(who).stream()
                        .map(a -> a.reason() == null ? "yes" : a.reason())
                        .collect(Collectors.joining(" "));
        assertThat(said).isEqualTo(byCard + " " + byDebit + " " + byDeposit + " yes");
    }

    @Test
    void aWrongTableIsRefusedByItsLine(@TempDir Path folder) throws IOException {
        var file = folder.resolve("methods.yaml");
        Files.writeString(
                file,
                """
                methods:
                  - {residence: domestic, member: person, method: card, when: always}
                """);
        assertThatThrownBy(() -> MethodTableReader.read(file.toString()))
                .isInstanceOf(InputFileException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("person");
    }
}
