package keiyaku.payment.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import keiyaku.payment.zengin.WrongFileException;
import keiyaku.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** camt.054 is read whole or refused with its place. */
class Iso20022Test {

    @Test
    void readsCreditsAndPassesOverDebits() throws IOException {
        var read = CreditNotice.read(sample().getBytes(StandardCharsets.UTF_8)).entries();
        assertThat(read)
                .containsExactly(
                        new CreditNotice.Entry(
                                "R1",
                                "9011000001",
                                Money.of(12000, "KRW"),
                                LocalDate.of(2026, 3, 10),
                                LocalDate.of(2026, 3, 11),
                                "Hana Kim",
                                "March",
                                false),
                        new CreditNotice.Entry(
                                "R2",
                                "0017654321",
                                Money.of(500, "KRW"),
                                LocalDate.of(2026, 3, 10),
                                LocalDate.of(2026, 3, 10),
                                "",
                                "",
                                false));
    }

    @ParameterizedTest
    @CsvSource({
        "camt.054.001.08,             pain.001.001.09, the Document is no",
        "<Sum>12500</Sum>,            <Sum>12501</Sum>, TtlCdtNtries/Sum says 12501",
        "<NbOfNtries>2</NbOfNtries>,  <NbOfNtries>3</NbOfNtries>, NbOfNtries says 3",
        "<CdtDbtInd>DBIT,             <CdtDbtInd>BOTH, CdtDbtInd is CRDT or DBIT",
        "<AcctSvcrRef>R2</AcctSvcrRef>, <NtryRef>R2</NtryRef>, an entry needs",
        "Ccy=\"KRW\">500<,            Ccy=\"KRW\">500.5<, is no amount of its currency",
        "<BookgDt><Dt>2026-03-10</Dt></BookgDt><ValDt>,"
                + " <BookgDt><Dt>10.03.26</Dt></BookgDt><ValDt>, is no day",
        "</Ntfctn>,                   </Other>, it is no XML",
    })
    void aWrongOneIsRefusedWithItsPlace(String right, String wrong, String reason)
            throws IOException {
        var text = sample().replace(right, wrong);
        assertThat(text).isNotEqualTo(sample());
        assertThatThrownBy(() -> CreditNotice.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WrongFileException.class)
                .hasMessageStartingWith("line ")
                .hasMessageContaining(reason);
    }

    @Test
    void noEntityIsFetched() throws IOException {
        var text =
                sample().replace(
                                "<Document ",
                                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                        + "<Document ")
                        .replace("Hana Kim", "&x;");
        assertThatThrownBy(() -> CreditNotice.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WrongFileException.class);
    }

    private static String sample() throws IOException {
        try (var stream = Iso20022Test.class.getResourceAsStream("/iso20022/camt054.xml")) {
            return new String(
                    java.util.Objects.requireNonNull(stream).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
